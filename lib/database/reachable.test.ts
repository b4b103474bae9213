import { beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "@/e2e/unit";
import { together } from "@/e2e/unit/people";
import { tell } from "@/e2e/unit/settings";
import { Wire } from "@/e2e/unit/wire";
import { db } from "./client";
import { databaseReachable } from "./reachable";

let wire: Wire;
beforeAll(async () => {
  wire = await Wire.to(database.url);
  tell({ DATABASE_URL: wire.url });
});

/** The next look: what was seen before is older than a second by then. */
const next = (seen: boolean) =>
  vi.waitUntil(async () => (await databaseReachable()) === seen, { timeout: 10_000, interval: 50 });

describe("the database", () => {
  it("is looked at once a second, however many ask", async () => {
    await next(true);
    const [before, begun] = [wire.count("select 1"), performance.now()];
    while (performance.now() - begun < 2000)
      expect(await together(50, databaseReachable)).toHaveLength(50);
    expect(wire.count("select 1") - before).toBeGreaterThanOrEqual(1);
    expect(wire.count("select 1") - before).toBeLessThanOrEqual(3);
  });

  it("is seen to be gone, and to be back, each within ten seconds", async () => {
    await next(true);
    wire.cut();
    await next(false);
    wire.mode = "whole";
    await next(true);
    expect(await db().user.count()).toBeGreaterThanOrEqual(0);
  });

  it("that does not answer is seen to be gone, and fails a query, within five seconds", async () => {
    await next(true);
    wire.mode = "hangs";
    const begun = performance.now();
    const query = db().$queryRaw`select 7`.catch(() => performance.now() - begun);
    await next(false);
    expect(await query).toBeLessThan(5000);
    wire.cut();
    wire.mode = "whole";
    await next(true);
  });
});
