import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { stranger, together } from "@/e2e/support/unit/people";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { limits } from "../config/limits";
import { countInRange, type RangeCount, type RangeKind, uncountInRange } from "./subnets";

const within = (counts: RangeCount[]) => counts.filter(({ ok }) => ok).length;
const fill = (kind: RangeKind, range: string, hits: number) =>
  database.sql(
    `insert into "RangeHit" (kind, range) select $1, $2 from generate_series(1, $3::int)`,
    [kind, range, hits],
  );

const waitOf = async (kind: RangeKind, range: string) => {
  const counted = await countInRange(kind, range);
  return counted.ok ? 0 : counted.seconds;
};

describe("a network range", () => {
  it("has 300 mails in ten minutes", async () => {
    const { range } = stranger();
    await fill("mail", range, limits.mailsPerRange - 1);
    expect(await countInRange("mail", range)).toMatchObject({ ok: true });
    expect(await waitOf("mail", range)).toBeGreaterThan(limits.rangeWindow - 5);
    await database.age("590 seconds");
    expect(await waitOf("mail", range)).toBeLessThanOrEqual(10);
    await database.age("10 seconds");
    expect(await countInRange("mail", range)).toMatchObject({ ok: true });
  });

  it("has fifty wrong tries in ten minutes, then one after 30 s, doubling to 15 minutes", async () => {
    const { range } = stranger();
    await fill("try", range, limits.failuresPerRange - 1);
    for (const seconds of [30, 60, 120, 240]) {
      expect(await countInRange("try", range)).toMatchObject({ ok: true });
      const wait = await waitOf("try", range);
      expect(wait).toBeGreaterThan(seconds - 5);
      expect(wait).toBeLessThanOrEqual(seconds);
      await database.age(`${seconds - 5} seconds`);
      expect(await waitOf("try", range)).toBeLessThanOrEqual(5);
      await database.age("5 seconds");
    }
    await fill("try", range, limits.failuresPerRange + 9);
    expect(await waitOf("try", range)).toBeGreaterThan(limits.slowedMost - 5);
    expect(await waitOf("try", range)).toBeLessThanOrEqual(limits.slowedMost);
    await database.age("15 minutes");
    expect(await countInRange("try", range)).toMatchObject({ ok: true });
    expect(await countInRange("try", range)).toMatchObject({ ok: true });
  });

  it("at the same instant has as many, and no more", async () => {
    const { range } = stranger();
    const counts = await together(80, () => countInRange("try", range));
    expect(within(counts)).toBe(limits.failuresPerRange);
    expect(await countInRange("try", range)).toMatchObject({ ok: false });
  });

  it("over two processes has as many, and no more", async () => {
    const { range } = stranger();
    const other = new SecondProcess(`import { countInRange } from "./lib/rate-limit/subnets";
      await gate();
      const all = Array.from({ length: 40 }, () => countInRange("try", ${JSON.stringify(range)}));
      console.log((await Promise.all(all)).filter(({ ok }) => ok).length);
      process.exit();`);
    await other.ready();
    const [here, there] = await Promise.all([
      together(40, () => countInRange("try", range)),
      other.go<number>(),
    ]);
    expect(within(here) + there).toBe(limits.failuresPerRange);
  }, 60_000);

  it("has what was taken back again", async () => {
    const { range } = stranger();
    await fill("try", range, limits.failuresPerRange - 1);
    const last = await countInRange("try", range);
    if (last.ok) await uncountInRange(last.hit);
    expect(await countInRange("try", range)).toMatchObject({ ok: true });
  });

  it("is another one than its neighbour, and counts each kind by itself", async () => {
    const { range } = stranger();
    await fill("try", range, limits.failuresPerRange);
    expect(await countInRange("try", range)).toMatchObject({ ok: false });
    expect(await countInRange("mail", range)).toMatchObject({ ok: true });
    expect(await countInRange("try", stranger().range)).toMatchObject({ ok: true });
  });
});
