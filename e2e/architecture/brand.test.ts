import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { DARK, LIGHT } from "@/lib/config/brand";

const FOLDERS = ["app", "components", "lib", "local", "server"];
const ROOT_FILES = ["proxy.ts", "server.ts", "tailwind.config.ts"];
const SOURCE = "lib/config/brand.ts";
const WHITE = "#ffffff";

const colors = new Set<string>([...Object.values(LIGHT), ...Object.values(DARK)]);
colors.delete(WHITE);

const isSource = (name: string) =>
  [".ts", ".tsx", ".css", ".svg"].some((end) => name.endsWith(end));
const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name)),
)
  .concat(ROOT_FILES)
  .filter(isSource);

const colorsIn = (file: string) => {
  const text = readFileSync(file, "utf8").toLowerCase();
  return [...colors].filter((color) => text.includes(color));
};

it("the colours of the brand are written in one file", () => {
  expect(files).toContain(SOURCE);
  expect(files.length).toBeGreaterThan(300);
  const others = files.filter((file) => file !== SOURCE);
  expect(others.flatMap((file) => colorsIn(file).map((color) => `${file}: ${color}`))).toEqual([]);
});
