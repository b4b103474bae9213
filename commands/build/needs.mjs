// Plain JavaScript: it runs first, and says in one line what the build would miss one after the other, with a trace each.
import { existsSync } from "node:fs";
import { join } from "node:path";

const NEEDS = [
  ...["typescript", "@types/node", "@types/react", "esbuild", "tsx"],
  ...["postcss", "tailwindcss", "@tailwindcss/postcss"],
];

const packages = join(import.meta.dirname, "../../node_modules");
const missing = NEEDS.filter((name) => !existsSync(join(packages, name)));
if (missing.length > 0) {
  console.error(`✗ the build needs ${missing.join(", ")}: npm ci --include=dev`);
  process.exitCode = 1;
}
