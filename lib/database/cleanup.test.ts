import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { attempt, reserve } from "@/e2e/support/unit/counted";
import { moved, mover } from "@/e2e/support/unit/email-changes";
import { someone, stranger, together } from "@/e2e/support/unit/people";
import { mint } from "@/e2e/support/unit/tokens";
import { recordActivity } from "../activity/record";
import { limits } from "../config/limits";
import { endSession } from "../session/end";
import { startSession } from "../session/start";
import { consumeToken } from "../token/consume";
import { createUser } from "../user/create";
import { cleanup } from "./cleanup";

const count = async (table: string) => {
  const [row] = await database.sql<{ n: number }>(`select count(*)::int as n from "${table}"`);
  return row?.n;
};

/** What is kept is there shortly before its time, and gone shortly after. */
async function goes(table: string, days: number) {
  const before = (await count(table)) ?? 0;
  expect(before).toBeGreaterThan(0);
  await database.age(`${days} days`);
  await database.age("-1 hour");
  await cleanup();
  expect(await count(table)).toBe(before);
  await database.age("2 hours");
  await cleanup();
  expect(await count(table)).toBe(0);
}

async function session() {
  const address = someone();
  const { id } = await createUser(address, {});
  return startSession({ id, address }, "email", stranger());
}

describe("the clean-up", () => {
  it("keeps a used token for 7 days", async () => {
    const { token } = await mint(someone(), { purpose: "registration", life: 86_400 });
    await consumeToken(token, "registration");
    await goes("OneTimeToken", 7);
  });

  it("keeps an expired token for 7 days", async () => {
    await mint(someone(), { life: 0 });
    await goes("OneTimeToken", 7);
  });

  it("leaves a token that still works", async () => {
    const { token } = await mint(someone());
    await cleanup();
    expect(await consumeToken(token, "magic-link")).toMatchObject({ ok: true });
  });

  it("keeps an ended session for 30 days", async () => {
    await endSession((await session()).token);
    await goes("Session", 30);
  });

  it("keeps an idle session for 30 days", async () => {
    await session();
    await goes("Session", 37);
  });

  it("keeps a change of address for the 7 days in which it can be undone", async () => {
    await moved(await mover());
    await goes("EmailChange", 7);
  });

  it("keeps a used challenge for as long as it could be used again", async () => {
    await database.sql(`delete from "UsedChallenge"`);
    await database.sql(`insert into "UsedChallenge" values ('a'), ('b')`);
    await database.sql(
      `update "UsedChallenge" set at = at - interval '301 s' where "challengeHash" = 'a'`,
    );
    await cleanup();
    expect(await database.sql(`select "challengeHash" from "UsedChallenge"`)).toEqual([
      { challengeHash: "b" },
    ]);
  });

  it("keeps what a lost phone asked for 7 days, a trusted device and what waits for a second step until their time", async () => {
    const { id } = await createUser(someone(), {});
    await database.sql(
      `insert into "LostPhone" ("userId", "totpId", device) values ($1, gen_random_uuid(), 'Chrome')`,
      [id],
    );
    await goes("LostPhone", 7);
    await database.sql(
      `insert into "TrustedDevice" ("userId", "totpId", "tokenHash", device, expires)
       values ($1, gen_random_uuid(), 'hash', 'Chrome', clock_timestamp() + interval '30 days')`,
      [id],
    );
    await goes("TrustedDevice", 30);
    await database.sql(
      `insert into "PendingSignIn" ("tokenHash", "userId", address, method, event, expires)
       values ('hash', $1, 'a', 'password', 'signed-in', clock_timestamp() + interval '1 day')`,
      [id],
    );
    await goes("PendingSignIn", 1);
  });

  it("keeps activity for 180 days, and the person for good", async () => {
    await database.sql(`delete from "Activity"`);
    const people = await count("User");
    await recordActivity({ event: "link-asked", address: someone(), client: stranger() });
    await goes("Activity", 180);
    expect(await count("User")).toBe(people);
  });

  it("forgets no send, wrong try or hit of a range that still counts", async () => {
    const address = someone();
    await reserve("magic-link", address);
    await attempt(address);
    await database.age("24 minutes");
    await cleanup();
    expect(await Promise.all(["SendThrottle", "TryThrottle", "RangeHit"].map(count))).toEqual([
      1, 1, 2,
    ]);
    await database.age("181 days");
    await cleanup();
    expect(await Promise.all(["SendThrottle", "TryThrottle", "RangeHit"].map(count))).toEqual([
      0, 0, 0,
    ]);
  });

  it("leaves a password off that was switched off, whatever time passes", async () => {
    const address = someone();
    await database.sql(`insert into "TryThrottle" (address, failures) values ($1, $2)`, [
      address,
      limits.failuresBeforeOff,
    ]);
    await database.age("2 years");
    await cleanup();
    expect(await attempt(address)).toMatchObject({ ok: false, refusal: "off" });
  });

  it("from many places at once deletes each row once, in batches, and nothing deadlocks", async () => {
    const old = `clock_timestamp() - interval '1 day'`;
    await database.sql(
      `insert into "RangeHit" (range, kind, at) select 'r' || n, 'try', ${old} from generate_series(1, 4500) n`,
    );
    const runs = await together(5, () => cleanup());
    expect(runs.reduce((sum, gone) => sum + (gone.RangeHit ?? 0), 0)).toBe(4500);
    expect(await count("RangeHit")).toBe(0);
  });
});
