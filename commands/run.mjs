// Plain JavaScript, which Node runs as it is: `node commands/run.mjs server.ts` runs that program of ours in this very process.
// What `npm run build` made of it, if that was made of these sources; else the source itself, where tsx is installed.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..");
const place = join(root, ".next/run");

const [asked = ""] = process.argv.splice(2, 1);
const program = built(asked) ?? (await source(asked));
if (program === null) {
  console.error(
    `✗ ${asked} is not built, and tsx, which runs it unbuilt, is not installed: npm ci --include=dev && npm run build`,
  );
  process.exit(1);
}
process.argv[1] = program;
await import(pathToFileURL(program).href);

/**
 * What was built of that program; null where there is none, or a source is another one by now. A source that is not there
 * decides nothing: whatever used it would have changed with it.
 * @param {string} asked
 */
function built(asked) {
  const { programs, sources } = recorded();
  const isChanged = ([file, digest]) =>
    existsSync(join(root, file)) && digestOf(join(root, file)) !== digest;
  if (!(asked in programs) || Object.entries(sources).some(isChanged)) return null;
  return join(place, programs[asked]);
}

/** What the build noted last: nothing where it did not come so far, or the disk was full. */
function recorded() {
  try {
    return JSON.parse(readFileSync(join(place, "built.json"), "utf8"));
  } catch {
    return { programs: {}, sources: {} };
  }
}

/** @param {string} file */
function digestOf(file) {
  return createHash("sha256").update(readFileSync(file)).digest("base64");
}

/** @param {string} asked */
async function source(asked) {
  try {
    await import("tsx");
    return join(root, asked);
  } catch {
    return null;
  }
}
