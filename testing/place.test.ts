import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { NoPlace, placeOf, type State } from "./place";

const LOCAL: State = {
  app: "http://localhost:3000",
  inbox: "http://localhost:3001",
  google: "http://localhost:3002",
  databaseUrl: "postgresql://postgres@127.0.0.1:3003/postgres",
  env: { PORT: "3000" },
};

/** @returns the path of a `.local/<PORT>.json` */
function stateFile(said: object): string {
  const file = join(mkdtempSync(join(tmpdir(), "ingreso-place-")), "3000.json");
  writeFileSync(file, JSON.stringify({ ...LOCAL, ...said }));
  return file;
}

it("a local product is everything that its file names, and the processes beside it", () => {
  const told = { INGRESO_LOCAL: stateFile({}), INGRESO_SECOND: "http://localhost:3100/" };
  const { env: settings, ...there } = LOCAL;
  const apps = [LOCAL.app, "http://localhost:3100"];
  expect(placeOf(told)).toEqual({ ...there, settings, apps });
});

it("a named database is written into only where it is said to be for tests: a tunnel may lead from localhost anywhere", () => {
  const databaseUrl = "postgresql://ingreso@localhost:5433/ingreso";
  const INGRESO_LOCAL = stateFile({ databaseUrl });
  expect(placeOf({ INGRESO_LOCAL })).toMatchObject({ databaseUrl: null, google: null });
  const forTests = placeOf({ INGRESO_LOCAL, INGRESO_TEST_DATABASE: "1" });
  expect(forTests.databaseUrl).toBe(databaseUrl);
});

it("the real Google is told nothing", () => {
  const INGRESO_LOCAL = stateFile({ google: "https://accounts.google.com" });
  expect(placeOf({ INGRESO_LOCAL }).google).toBeNull();
});

it("a deployment is its origin and, where that is said, its mails", () => {
  const nothing = { google: null, databaseUrl: null, settings: {} };
  const told = { BASE_URL: "https://ingreso.example/login", INGRESO_LOCAL: stateFile({}) };
  const app = "https://ingreso.example";
  expect(placeOf(told)).toEqual({ app, apps: [app], inbox: null, ...nothing });
  const inbox = "https://qa:secret@mail.example/box";
  expect(placeOf({ ...told, INBOX_URL: inbox }).inbox).toBe(inbox);
});

it.each([
  [{}, "where is Ingreso?"],
  [{ BASE_URL: "ingreso.example" }, "BASE_URL=ingreso.example is no address"],
  [{ BASE_URL: "https://a.b", INBOX_URL: "qa:secret@mail.b" }, "INBOX_URL=…@mail.b is no address"],
  [{ INGRESO_LOCAL: "/nowhere/3000.json" }, "is npm run preview running there?"],
  [{ INGRESO_LOCAL: "package.json" }, "is npm run preview running there?"],
])("what names no place is said: %j", (told, sentence) => {
  expect(() => placeOf(told)).toThrow(NoPlace);
  expect(() => placeOf(told)).toThrow(sentence);
});
