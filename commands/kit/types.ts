import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { parseSync, Visitor } from "oxc-parser";

const run = promisify(execFile);

/** What TypeScript calls Playwright's types by, and who installs it would have to have `playwright` beside it. */
const OTHERWISE: Record<string, string> = { "playwright/test": "@playwright/test" };

/**
 * Writes the kit's types into a folder of their own, where they need no `@/` and no way of resolving but Node's.
 * @param root the clone
 * @param folder where `testing/index.d.ts` and what it names go
 * @throws with what TypeScript says
 */
export async function writeTypes(root: string, folder: string): Promise<void> {
  const all = mkdtempSync(join(tmpdir(), "ingreso-types-"));
  try {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const told = ["-p", join(root, "commands/kit/tsconfig.json"), "--outDir", all];
    await run(process.execPath, [tsc, ...told]).catch((fault) => {
      throw new Error(`the kit's types: ${fault.stdout || fault}`);
    });
    const reached = new Set(["testing/index.d.ts"]);
    for (const file of reached) {
      const { text, names } = standingAlone(readFileSync(join(all, file), "utf8"), file);
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
      for (const name of names) reached.add(name);
    }
  } finally {
    rmSync(all, { recursive: true });
  }
}

/**
 * Types whose imports Node's way of resolving finds: a file by its whole name.
 * @param file where they lie, as a path from the root of the clone
 * @returns the text, and which other files it names
 */
export function standingAlone(types: string, file: string): { text: string; names: string[] } {
  const names: string[] = [];
  const sources: { start: number; end: number; name: string }[] = [];
  const add = ({ source }: { source: { value?: unknown; start: number; end: number } | null }) => {
    if (source && typeof source.value === "string") sources.push({ ...source, name: source.value });
  };
  new Visitor({
    ImportDeclaration: add,
    ExportNamedDeclaration: add,
    ExportAllDeclaration: add,
    TSImportType: add,
  }).visit(parseSync(file, types).program);

  let text = types;
  for (const { start, end, name } of sources.sort((a, b) => b.start - a.start))
    text = `${text.slice(0, start)}"${renamed(name)}"${text.slice(end)}`;
  return { text, names };

  function renamed(name: string): string {
    if (!/^(\.|@\/)/.test(name)) return OTHERWISE[name] ?? name;
    const path = name.startsWith("@/") ? name.slice(2) : join(dirname(file), name);
    names.push(`${path}.d.ts`);
    const way = relative(dirname(file), path);
    return `${way.startsWith(".") ? "" : "./"}${way}.js`;
  }
}
