import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { stranger, together } from "@/e2e/support/unit/people";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { limits } from "../config/limits";
import { countInSubnet, type SubnetCount, type SubnetLimit, uncountInSubnet } from "./subnets";

const within = (counts: SubnetCount[]) => counts.filter(({ ok }) => ok).length;
const fill = (kind: SubnetLimit, subnet: string, hits: number) =>
  database.sql(
    `insert into "RangeHit" (kind, range) select $1, $2 from generate_series(1, $3::int)`,
    [kind, subnet, hits],
  );

const waitOf = async (kind: SubnetLimit, subnet: string) => {
  const counted = await countInSubnet(kind, subnet);
  return counted.ok ? 0 : counted.seconds;
};

describe("a network range", () => {
  it("has 300 mails in ten minutes", async () => {
    const { subnet } = stranger();
    await fill("mail", subnet, limits.emailsPerSubnet - 1);
    expect(await countInSubnet("mail", subnet)).toMatchObject({ ok: true });
    expect(await waitOf("mail", subnet)).toBeGreaterThan(limits.subnetWindowSeconds - 5);
    await database.age("590 seconds");
    expect(await waitOf("mail", subnet)).toBeLessThanOrEqual(10);
    await database.age("10 seconds");
    expect(await countInSubnet("mail", subnet)).toMatchObject({ ok: true });
  });

  it("has fifty wrong tries in ten minutes, then one after 30 s, doubling to 15 minutes", async () => {
    const { subnet } = stranger();
    await fill("try", subnet, limits.failuresPerSubnet - 1);
    for (const seconds of [30, 60, 120, 240]) {
      expect(await countInSubnet("try", subnet)).toMatchObject({ ok: true });
      const wait = await waitOf("try", subnet);
      expect(wait).toBeGreaterThan(seconds - 5);
      expect(wait).toBeLessThanOrEqual(seconds);
      await database.age(`${seconds - 5} seconds`);
      expect(await waitOf("try", subnet)).toBeLessThanOrEqual(5);
      await database.age("5 seconds");
    }
    await fill("try", subnet, limits.failuresPerSubnet + 9);
    expect(await waitOf("try", subnet)).toBeGreaterThan(limits.backoffMostSeconds - 5);
    expect(await waitOf("try", subnet)).toBeLessThanOrEqual(limits.backoffMostSeconds);
    await database.age("15 minutes");
    expect(await countInSubnet("try", subnet)).toMatchObject({ ok: true });
    expect(await countInSubnet("try", subnet)).toMatchObject({ ok: true });
  });

  it("at the same instant has as many, and no more", async () => {
    const { subnet } = stranger();
    const counts = await together(80, () => countInSubnet("try", subnet));
    expect(within(counts)).toBe(limits.failuresPerSubnet);
    expect(await countInSubnet("try", subnet)).toMatchObject({ ok: false });
  });

  it("over two processes has as many, and no more", async () => {
    const { subnet } = stranger();
    const other = new SecondProcess(`import { countInSubnet } from "./lib/rate-limit/subnets";
      await gate();
      const all = Array.from({ length: 40 }, () => countInSubnet("try", ${JSON.stringify(subnet)}));
      console.log((await Promise.all(all)).filter(({ ok }) => ok).length);
      process.exit();`);
    await other.ready();
    const [here, there] = await Promise.all([
      together(40, () => countInSubnet("try", subnet)),
      other.go<number>(),
    ]);
    expect(within(here) + there).toBe(limits.failuresPerSubnet);
  }, 60_000);

  it("has what was taken back again", async () => {
    const { subnet } = stranger();
    await fill("try", subnet, limits.failuresPerSubnet - 1);
    const last = await countInSubnet("try", subnet);
    if (last.ok) await uncountInSubnet(last.hit);
    expect(await countInSubnet("try", subnet)).toMatchObject({ ok: true });
  });

  it("is another one than its neighbour, and counts each kind by itself", async () => {
    const { subnet } = stranger();
    await fill("try", subnet, limits.failuresPerSubnet);
    expect(await countInSubnet("try", subnet)).toMatchObject({ ok: false });
    expect(await countInSubnet("mail", subnet)).toMatchObject({ ok: true });
    expect(await countInSubnet("try", stranger().subnet)).toMatchObject({ ok: true });
  });
});
