import { existsSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join, normalize, relative } from "node:path";

/** One import: who, and what as a path from the repository's root, or the bare name of a package. */
export type Import = { from: string; to: string };

const SOURCE = /\.(ts|tsx|mjs)$/;
const STATEMENTS = [
  /^(?:import|export)\b[^"']*?\bfrom "([^"]+)"/gm,
  /^import "([^"]+)"/gm,
  /\bimport\("([^"]+)"\)/g,
];

/** Every source file below `folders` of the repository (a file may be named too), as paths from its root. */
export async function sources(root: string, folders: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    if (SOURCE.test(folder)) found.push(...(existsSync(join(root, folder)) ? [folder] : []));
    else if (existsSync(join(root, folder)))
      for (const entry of await readdir(join(root, folder), { recursive: true }))
        if (SOURCE.test(entry)) found.push(join(folder, entry));
  }
  return found.sort();
}

/** What `file` imports, types included. */
export function importsOf(root: string, file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const names = STATEMENTS.flatMap((statement) => [...text.matchAll(statement)]);
  return names.map(([, name = ""]) => ({ from: file, to: target(root, file, name) }));
}

function target(root: string, file: string, name: string): string {
  if (name.startsWith("@/")) return normalize(name.slice(2));
  if (name.startsWith(".")) return relative(root, join(root, dirname(file), name));
  return name.startsWith("node:") ? name : `npm:${name}`;
}
