import { describe, expect, it } from "vitest";
import { database } from "@/e2e/unit";
import { stranger, together } from "@/e2e/unit/people";
import { SecondProcess } from "@/e2e/unit/second-process";
import { limits } from "../limits";
import { countInRange, type RangeCount, type RangeKind, uncountInRange } from "./ranges";

const within = (counts: RangeCount[]) => counts.filter(({ ok }) => ok).length;
const fill = (kind: RangeKind, range: string, hits: number) =>
  database.sql(
    `insert into "RangeHit" (kind, range) select $1, $2 from generate_series(1, $3::int)`,
    [kind, range, hits],
  );

describe("a network range", () => {
  it.each([
    ["mail", limits.mailsPerRange],
    ["try", limits.failuresPerRange],
  ] as const)("has so many of kind %s in ten minutes: %i", async (kind, most) => {
    const { range } = stranger();
    await fill(kind, range, most - 1);
    expect(await countInRange(kind, range)).toMatchObject({ ok: true });
    const over = await countInRange(kind, range);
    expect(over).toMatchObject({ ok: false });
    expect(!over.ok && over.seconds).toBeGreaterThan(limits.rangeWindow - 5);
    await database.age("590 seconds");
    expect(await countInRange(kind, range)).toMatchObject({ ok: false });
    await database.age("10 seconds");
    expect(await countInRange(kind, range)).toMatchObject({ ok: true });
  });

  it("at the same instant has as many, and no more", async () => {
    const { range } = stranger();
    const counts = await together(80, () => countInRange("try", range));
    expect(within(counts)).toBe(limits.failuresPerRange);
    expect(await countInRange("try", range)).toMatchObject({ ok: false });
  });

  it("over two processes has as many, and no more", async () => {
    const { range } = stranger();
    const other = new SecondProcess(`import { countInRange } from "./lib/throttle/ranges";
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
