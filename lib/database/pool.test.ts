import { expect, it, vi } from "vitest";
import { database } from "@/e2e/support/unit";
import { Wire } from "@/e2e/support/unit/wire";
import { faultOf } from "../log/log";
import { db } from "./client";
import { openPool } from "./pool";

it("a statement and the transaction around it are sent without waiting for one another", async () => {
  const wire = await Wire.to(database.url);
  const { pool } = openPool(wire.url);
  await pool.query({ text: "select 1" });
  const before = wire.count("COMMIT");
  wire.mode = "hangs";
  const asked = pool.query({ text: "select 2" }).catch(() => "in vain");
  // nothing has been answered, and all of it is there
  await vi.waitUntil(() => wire.count("COMMIT") > before, { timeout: 2000 });
  wire.cut();
  expect(await asked).toBe("in vain");
  await pool.end();
});

it("a fault that comes through Prisma keeps PostgreSQL's code for the log", async () => {
  const fault = await db().$queryRaw`select 1 / 0`.catch((thrown: unknown) => thrown);
  expect(faultOf(fault)).toMatchObject({ sqlState: "22012" });
});
