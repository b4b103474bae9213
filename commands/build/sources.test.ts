import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { buildIsFresh, fingerprint, noteBuild } from "./sources";

let root: string;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "ingreso-build-"));
  write("app/page.tsx", "page");
  write("app/login/page.tsx", "login");
  write("server.ts", "server");
  write("package.json", "{}");
  fs.mkdirSync(path.join(root, ".next"));
  write("public/assets/list.json", "{}");
  noteBuild(fingerprint(root), root);
});
afterEach(() => fs.rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  const whole = path.join(root, file);
  fs.mkdirSync(path.dirname(whole), { recursive: true });
  fs.writeFileSync(whole, text);
}

it.each([
  ["a source changed", () => write("app/page.tsx", "another")],
  ["the server changed", () => write("server.ts", "another")],
  ["a source is new", () => write("lib/new.ts", "new")],
  ["a source went away", () => fs.rmSync(path.join(root, "app/login/page.tsx"))],
  ["there is none", () => fs.rmSync(path.join(root, ".next"), { recursive: true })],
])("a build is stale when %s", (_why, change) => {
  expect(buildIsFresh(root)).toBe(true);
  change();
  expect(buildIsFresh(root)).toBe(false);
});

it("a build is fresh whatever the moments of its sources, and whatever its tests", () => {
  fs.utimesSync(path.join(root, "app/page.tsx"), new Date("2030-01-01"), new Date("2030-01-01"));
  write("app/page.test.tsx", "a test");
  expect(buildIsFresh(root)).toBe(true);
});
