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
    sendGap: 60,
    sendWindow: hour,
    sendsPerWindow: 5,
    magicLinkLife: 30 * minute,
    codeLife: 10 * minute,
    codeTries: 5,
    codeFailuresBeforeOff: 10,
    codesOff: day,
    registrationLife: day,
    resetLife: 30 * minute,
    mailsPerRange: 300,
    failuresPerRange: 50,
    rangeWindow: 10 * minute,
    failuresBeforeSlowing: 10,
    slowedFirst: 30,
    slowedMost: 15 * minute,
    failuresBeforeOff: 100,
    sessionLife: 30 * day,
    sessionIdle: 7 * day,
    proofLife: 10 * minute,
    noticeWindow: hour,
    noticesPerWindow: 12,
    activityKept: 180 * day,
    usedTokensKept: 7 * day,
    endedSessionsKept: 30 * day,
    passwordShortest: 8,
    passwordLongest: 128,
    bodyLargest: 16 * 1024,
  });
});
