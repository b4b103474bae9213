import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { itemsIn } from "./markdown";

const folder = fileURLToPath(new URL("../../docs/decisions", import.meta.url));
const text = (file: string) => readFileSync(join(folder, file), "utf8");

it("every decision is listed, in its order and by its title", () => {
  const decisions = readdirSync(folder).filter((file) => file !== "README.md");
  expect(itemsIn(text("README.md"))).toEqual(
    decisions.toSorted().map((file) => `[${text(file).split("\n")[0]?.slice(2)}](${file})`),
  );
});
