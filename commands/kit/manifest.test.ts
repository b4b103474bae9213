import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { leanManifest, type Manifest, putBack, swap } from "./manifest";

const root = mkdtempSync(join(tmpdir(), "ingreso-pack-"));
const file = join(root, "package.json");
const OWN: Manifest = {
  version: "1.2.3",
  license: "ours",
  type: "module",
  private: true,
  files: ["dist"],
  scripts: { dev: "run", prepack: "before", postpack: "after" },
  dependencies: { next: "16.0.0", pg: "8.1.0" },
};
const text = `${JSON.stringify(OWN, null, 1)}\n`;
const lean = leanManifest(OWN, ["@playwright/test", "pg"]);

beforeEach(() => writeFileSync(file, text));
afterAll(() => rmSync(root, { recursive: true }));

describe("the kit's package.json", () => {
  it("names what the bundle imports, in our versions, and Playwright as the reader's own", () => {
    expect(lean).toMatchObject({ version: "1.2.3", dependencies: { pg: "8.1.0" } });
    expect(Object.keys(lean.peerDependencies as object)).toEqual(["@playwright/test"]);
    expect(lean).not.toHaveProperty("private");
  });

  it("is refused where the bundle imports what the product does not have", () => {
    expect(() => leanManifest(OWN, ["left-pad"])).toThrow("left-pad");
  });

  it("leads the next pack to the same scripts, should this one be killed", () => {
    expect(lean.scripts).toEqual({ prepack: "before", postpack: "after" });
  });
});

describe("the repository's package.json", () => {
  const there = () => readFileSync(file, "utf8");

  it("comes back as it was, also at the next pack after a kill", () => {
    swap(root, lean);
    expect(JSON.parse(there())).toEqual(lean);
    putBack(root);
    expect(there()).toBe(text);
    putBack(root);
    expect(there()).toBe(text);
  });

  it("has nothing left beside it by a kill before it was laid away", () => {
    writeFileSync(`${file}.new`, "{}");
    putBack(root);
    expect([there(), existsSync(`${file}.new`)]).toEqual([text, false]);
  });

  it("stays as somebody wrote it in the meantime", () => {
    swap(root, lean);
    writeFileSync(file, "{}");
    putBack(root);
    expect(there()).toBe("{}");
  });
});
