import { expect, it } from "vitest";
import { endOf, needOf } from "./capacity";

// no cost of its own for the hash, unless it is said
const session = { server: 0.3, hash: 0, database: 0.06, wal: 0 };
const password = { server: 243, hash: 240, database: 1.2, wal: 5 };

it("says what a load needs where cores are six tenths busy", () => {
  expect(needOf(session, 100_000)).toEqual({
    ...{ cores: 50, processes: 50, databaseCores: 10, connections: 500, wal: 0 },
  });
});

it("counts processes by what they answer, and cores by what they hash too", () => {
  expect(needOf(password, 1_000)).toEqual({
    ...{ cores: 405, processes: 5, databaseCores: 2, connections: 50, wal: 5 },
  });
});

it("says where one PostgreSQL ends, by its cores and by its disk", () => {
  expect(endOf(session)).toEqual({ cores: 640_000, disk: Number.POSITIVE_INFINITY });
  expect(endOf(password)).toEqual({ cores: 32_000, disk: 100_000 });
});
