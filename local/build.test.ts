import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildIsFresh, fingerprint, noteBuild } from "./build";

let root: string;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "ingreso-build-"));
  write("app/page.tsx", "page");
  write("app/login/page.tsx", "login");
  write("package.json", "{}");
  write(".next/BUILD_ID", "id");
});
afterEach(() => fs.rmSync(root, { recursive: true }));

function write(file: string, text: string, moment = "2026-01-01"): void {
  const whole = path.join(root, file);
  fs.mkdirSync(path.dirname(whole), { recursive: true });
  fs.writeFileSync(whole, text);
  for (let entry = whole; entry !== root; entry = path.dirname(entry)) {
    fs.utimesSync(entry, new Date(moment), new Date(moment));
  }
}

describe("a build that this program made", () => {
  beforeEach(() => noteBuild(fingerprint(root), root));

  it("is fresh whatever the moments of the files", () => {
    write("app/page.tsx", "page", "2030-01-01");
    expect(buildIsFresh(root)).toBe(true);
  });

  it.each([
    ["a source changed", () => write("app/page.tsx", "another")],
    ["a source is new", () => write("lib/new.ts", "new")],
    ["a source went away", () => fs.rmSync(path.join(root, "app/login/page.tsx"))],
    ["there is none", () => fs.rmSync(path.join(root, ".next/BUILD_ID"))],
  ])("is stale when %s", (_why, change) => {
    change();
    expect(buildIsFresh(root)).toBe(false);
  });

  it("does not depend on tests", () => {
    write("app/page.test.tsx", "a test");
    expect(buildIsFresh(root)).toBe(true);
  });
});

describe("a build made by hand", () => {
  it("is fresh when nothing is newer", () => {
    expect(buildIsFresh(root)).toBe(true);
  });

  it("is stale when a source is newer, or a folder lost one", () => {
    write("app/page.tsx", "page", "2026-01-02");
    expect(buildIsFresh(root)).toBe(false);
    write("app/page.tsx", "page");
    expect(buildIsFresh(root)).toBe(true);
    fs.rmSync(path.join(root, "app/login/page.tsx"));
    expect(buildIsFresh(root)).toBe(false);
  });
});
