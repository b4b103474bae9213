import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { attempt } from "@/e2e/support/unit/counted";
import { someone, stranger, together } from "@/e2e/support/unit/people";
import { limits } from "../config/limits";
import type { Email } from "../email";
import {
  countAttempt,
  countCode,
  countWrongCode,
  forgetAttempts,
  forgetWrongCodes,
  uncountAttempt,
} from "./attempts";
import { countInSubnet } from "./subnets";

const failuresOf = async (address: Email) => {
  const [row] = await database.sql<{ failures: number }>(
    `select failures from "TryThrottle" where address = $1`,
    [address],
  );
  return row?.failures ?? 0;
};
const failed = (address: Email, failures: number) =>
  database.sql(`insert into "TryThrottle" (address, failures) values ($1, $2)`, [
    address,
    failures,
  ]);

const hitsOf = async (subnet: string) =>
  (await database.sql(`select id from "RangeHit" where range = $1`, [subnet])).length;

async function failTimes(address: Email, times: number) {
  for (let n = 0; n < times; n += 1) expect(await attempt(address)).toMatchObject({ ok: true });
}

describe("wrong tries in a row", () => {
  it("ten slow an address down for 30 s, doubling to 15 minutes", async () => {
    const address = someone();
    await failTimes(address, limits.failuresBeforeBackoff);
    for (const seconds of [30, 60, 120, 240, 480, 900, 900, 900]) {
      const slowed = await attempt(address);
      expect(slowed).toMatchObject({ ok: false, refusal: "backoff" });
      expect(!slowed.ok && slowed.seconds).toBeGreaterThan(seconds - 5);
      expect(!slowed.ok && slowed.seconds).toBeLessThanOrEqual(seconds);
      await database.age(`${seconds} seconds`);
      expect(await attempt(address)).toMatchObject({ ok: true });
    }
  });

  it("fifty at the same instant count: ten are let through", async () => {
    const address = someone();
    const tries = await together(50, () => attempt(address));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(limits.failuresBeforeBackoff);
    expect(await failuresOf(address)).toBe(limits.failuresBeforeBackoff);
  });

  it("fifty at the same instant from one network are ten for the address, and as many for the network", async () => {
    const [address, { subnet }] = [someone(), stranger()];
    const tries = await together(50, () => countAttempt(address, subnet));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(limits.failuresBeforeBackoff);
    expect(await hitsOf(subnet)).toBe(limits.failuresBeforeBackoff);
  });

  it("from a network that is slowed down itself are not counted for the address", async () => {
    const [address, { subnet }] = [someone(), stranger()];
    const all = Array.from({ length: limits.failuresPerSubnet });
    await Promise.all(all.map(() => countInSubnet(subnet)));
    const tries = await together(20, () => countAttempt(address, subnet));
    for (const one of tries) expect(one).toMatchObject({ ok: false, refusal: "backoff" });
    expect(await failuresOf(address)).toBe(0);
  });

  it("while slowed none is counted, and one alone is let through at its end", async () => {
    const address = someone();
    await failed(address, 20);
    const tries = await together(50, () => attempt(address));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await failuresOf(address)).toBe(21);
  });

  it("are ended by a right password", async () => {
    const address = someone();
    await failTimes(address, limits.failuresBeforeBackoff);
    await forgetAttempts(address);
    await failTimes(address, limits.failuresBeforeBackoff);
    expect(await attempt(address)).toMatchObject({ ok: false });
  });

  it("a hundred switch the password off, whatever time passes, until it is reset", async () => {
    const address = someone();
    await failed(address, limits.failuresBeforeOff - 1);
    expect(await attempt(address)).toMatchObject({ ok: true, failures: limits.failuresBeforeOff });
    await database.age("400 days");
    expect(await attempt(address)).toMatchObject({ ok: false, refusal: "off" });
    expect(await failuresOf(address)).toBe(limits.failuresBeforeOff);
    await forgetAttempts(address);
    expect(await attempt(address)).toMatchObject({ ok: true, failures: 1 });
  });

  it("one that was never compared is given back, with the wait that it began", async () => {
    const address = someone();
    await failTimes(address, limits.failuresBeforeBackoff);
    const { subnet } = stranger();
    expect(await attempt(address)).toMatchObject({ refusal: "backoff" });
    await database.age("30 seconds");
    for (let n = 0; n < 3; n += 1) {
      const counted = await countAttempt(address, subnet);
      expect(counted).toMatchObject({ ok: true, failures: 11 });
      if (counted.ok) await uncountAttempt(address, counted);
      expect(await hitsOf(subnet)).toBe(0);
    }
  });
});

describe("wrong codes", () => {
  it("count as wrong tries of the address", async () => {
    const address = someone();
    for (let n = 0; n < 5; n += 1) await countWrongCode(address);
    await failTimes(address, 5);
    expect(await attempt(address)).toMatchObject({ ok: false, refusal: "backoff" });
  });

  it("slow the password down by themselves too", async () => {
    const address = someone();
    await together(limits.failuresBeforeBackoff, () => countWrongCode(address));
    expect(await attempt(address)).toMatchObject({ ok: false, refusal: "backoff" });
  });

  it("never switch a password off", async () => {
    const address = someone();
    await failed(address, limits.failuresBeforeOff - 1);
    await countWrongCode(address);
    expect(await failuresOf(address)).toBe(limits.failuresBeforeOff - 1);
  });

  it("never switch a password on again that was switched off", async () => {
    const address = someone();
    await failed(address, limits.failuresBeforeOff);
    await countWrongCode(address);
    expect(await attempt(address)).toMatchObject({ ok: false, refusal: "off" });
  });

  it.each([
    ["ten in a row", 10, false, true],
    ["nine", 9, false, false],
    ["ten with a right one in between", 10, true, false],
  ])("switch the codes of the address off for 24 hours: %s", async (_, wrong, right, off) => {
    const address = someone();
    for (let n = 0; n < wrong; n += 1) {
      if (right && n === 5) await forgetWrongCodes(address);
      await countCode(address);
    }
    expect(await hoursOff(address)).toBe(off ? 24 : 0);
  });

  it("are counted anew after the 24 hours", async () => {
    const address = someone();
    for (let n = 0; n < 10; n += 1) await countCode(address);
    await database.age("24 hours");
    for (let n = 0; n < 9; n += 1) await countCode(address);
    expect(await hoursOff(address)).toBe(0);
    await countCode(address);
    expect(await hoursOff(address)).toBe(24);
  });
});

async function hoursOff(address: Email): Promise<number> {
  const [row] = await database.sql<{ hours: number }>(
    `select round(coalesce(extract(epoch from "codesOffUntil" - clock_timestamp()) / 3600, 0))::int as hours
       from "TryThrottle" where address = $1`,
    [address],
  );
  return row?.hours ?? 0;
}
