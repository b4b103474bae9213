import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { someone, stranger, together } from "@/e2e/support/unit/people";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { limits } from "../config/limits";
import { reserveEmail } from "./emails";
import { countInSubnet, type SubnetCount, uncountInSubnet } from "./subnets";

const within = (counts: SubnetCount[]) => counts.filter(({ ok }) => ok).length;
const fill = (kind: "mail" | "try", subnet: string, hits: number) =>
  database.sql(
    `insert into "RangeHit" (kind, range) select $1, $2 from generate_series(1, $3::int)`,
    [kind, subnet, hits],
  );

const countMail = (subnet: string) => reserveEmail("magic-link", someone(), subnet);
const mailWaitOf = async (subnet: string) => {
  const counted = await countMail(subnet);
  return !counted.ok && counted.refusal === "subnet-full" ? counted.seconds : 0;
};
const waitOf = async (subnet: string) => {
  const counted = await countInSubnet(subnet);
  return counted.ok ? 0 : counted.seconds;
};

describe("a network range", () => {
  it("has 300 mails in ten minutes", async () => {
    const { subnet } = stranger();
    await fill("mail", subnet, limits.emailsPerSubnet - 1);
    expect(await countMail(subnet)).toMatchObject({ ok: true });
    expect(await mailWaitOf(subnet)).toBeGreaterThan(limits.subnetWindowSeconds - 5);
    await database.age("590 seconds");
    expect(await mailWaitOf(subnet)).toBeLessThanOrEqual(10);
    await database.age("10 seconds");
    expect(await countMail(subnet)).toMatchObject({ ok: true });
  });

  it("has fifty wrong tries in ten minutes, then one after 30 s, doubling to 15 minutes", async () => {
    const { subnet } = stranger();
    await fill("try", subnet, limits.failuresPerSubnet - 1);
    for (const seconds of [30, 60, 120, 240]) {
      expect(await countInSubnet(subnet)).toMatchObject({ ok: true });
      const wait = await waitOf(subnet);
      expect(wait).toBeGreaterThan(seconds - 5);
      expect(wait).toBeLessThanOrEqual(seconds);
      await database.age(`${seconds - 5} seconds`);
      expect(await waitOf(subnet)).toBeLessThanOrEqual(5);
      await database.age("5 seconds");
    }
    await fill("try", subnet, limits.failuresPerSubnet + 9);
    expect(await waitOf(subnet)).toBeGreaterThan(limits.backoffMostSeconds - 5);
    expect(await waitOf(subnet)).toBeLessThanOrEqual(limits.backoffMostSeconds);
    await database.age("15 minutes");
    expect(await countInSubnet(subnet)).toMatchObject({ ok: true });
    expect(await countInSubnet(subnet)).toMatchObject({ ok: true });
  });

  it("at the same instant has as many, and no more", async () => {
    const { subnet } = stranger();
    const counts = await together(80, () => countInSubnet(subnet));
    expect(within(counts)).toBe(limits.failuresPerSubnet);
    expect(await countInSubnet(subnet)).toMatchObject({ ok: false });
  });

  it("over two processes has as many, and no more", async () => {
    const { subnet } = stranger();
    const other = new SecondProcess(`import { countInSubnet } from "./lib/rate-limit/subnets";
      await gate();
      const all = Array.from({ length: 40 }, () => countInSubnet(${JSON.stringify(subnet)}));
      console.log((await Promise.all(all)).filter(({ ok }) => ok).length);
      process.exit();`);
    await other.ready();
    const [here, there] = await Promise.all([
      together(40, () => countInSubnet(subnet)),
      other.go<number>(),
    ]);
    expect(within(here) + there).toBe(limits.failuresPerSubnet);
  });

  it("has what was taken back again", async () => {
    const { subnet } = stranger();
    await fill("try", subnet, limits.failuresPerSubnet - 1);
    const last = await countInSubnet(subnet);
    if (last.ok) await uncountInSubnet(last.hit);
    expect(await countInSubnet(subnet)).toMatchObject({ ok: true });
  });

  it("is another one than its neighbour, and counts each kind by itself", async () => {
    const { subnet } = stranger();
    await fill("try", subnet, limits.failuresPerSubnet);
    expect(await countInSubnet(subnet)).toMatchObject({ ok: false });
    expect(await countMail(subnet)).toMatchObject({ ok: true });
    expect(await countInSubnet(stranger().subnet)).toMatchObject({ ok: true });
  });
});
