import { expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { limits } from "./limits";

it("the send throttle has as many columns as sends fit into the window", async () => {
  const columns = await database.sql<{ name: string }>(
    `select column_name::text as name from information_schema.columns
      where table_name = 'SendThrottle' and column_name like 'sent%' order by 1`,
  );
  const numbers = Array.from({ length: limits.emailsPerWindow }, (_, n) => `sent${n + 1}`);
  expect(columns.map(({ name }) => name)).toEqual(numbers);
});

it("the numbers are the contract's", () => {
  const [minute, hour, day] = [60, 3600, 86_400];
  expect(limits).toMatchObject({
    emailGapSeconds: 60,
    emailWindowSeconds: hour,
    emailsPerWindow: 5,
    magicLinkLifeSeconds: 30 * minute,
    codeLifeSeconds: 10 * minute,
    codeAttempts: 5,
    codeDigits: 6,
    codeFailuresBeforeOff: 10,
    codesOffSeconds: day,
    registrationLifeSeconds: day,
    resetLifeSeconds: 30 * minute,
    emailsPerSubnet: 300,
    failuresPerSubnet: 50,
    subnetWindowSeconds: 10 * minute,
    failuresBeforeBackoff: 10,
    backoffFirstSeconds: 30,
    backoffMostSeconds: 15 * minute,
    failuresBeforeOff: 100,
    sessionLifeSeconds: 30 * day,
    sessionIdleSeconds: 7 * day,
    reauthenticationLifeSeconds: 10 * minute,
    noticeWindowSeconds: hour,
    noticesPerWindow: 12,
    activityKeptSeconds: 180 * day,
    usedTokensKeptSeconds: 7 * day,
    endedSessionsKeptSeconds: 30 * day,
    passwordShortest: 8,
    passwordLongest: 128,
    secretShortest: 32,
    bcryptCostLeast: 10,
    bcryptCostMost: 15,
    bodyLargestBytes: 16 * 1024,
  });
});
