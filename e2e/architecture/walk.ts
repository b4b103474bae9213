import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { type Node, parseSync, Visitor, type VisitorObject } from "oxc-parser";

/** One import: who, and what as a path from the repository's root, or the bare name of a package. */
export type Import = { from: string; to: string };

const SOURCE = /\.(ts|tsx|mjs)$/;

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

/** Looks at every node of a source. @throws when it cannot be parsed */
export function visit(name: string, source: string, visitor: VisitorObject): void {
  const { program, errors } = parseSync(name, source);
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.message}`);
  new Visitor(visitor).visit(program);
}

/** What the source of `file` imports, types included. */
export function importsOf(file: string, source: string): Import[] {
  const names: string[] = [];
  const add = ({ source }: { source: Node | null }) => {
    if (source?.type === "Literal" && typeof source.value === "string") names.push(source.value);
  };
  visit(file, source, {
    ImportDeclaration: add,
    ExportNamedDeclaration: add,
    ExportAllDeclaration: add,
    ImportExpression: add,
    TSImportType: add,
  });
  return names.map((name) => ({ from: file, to: target(file, name) }));
}

/** Whether a source reads `process.env`. `NODE_ENV` does not count: Next writes that one into the build. */
export function readsEnvironment(name: string, source: string): boolean {
  let reads = 0;
  visit(name, source, {
    MemberExpression({ object, property }) {
      if (property.type !== "Identifier") return;
      if (property.name === "env" && object.type === "Identifier" && object.name === "process")
        reads += 1;
      if (property.name === "NODE_ENV" && object.type === "MemberExpression") reads -= 1;
    },
  });
  return reads > 0;
}

function target(file: string, name: string): string {
  if (name.startsWith("@/")) return normalize(name.slice(2));
  if (name.startsWith(".")) return join(dirname(file), name);
  return name.startsWith("node:") ? name : `npm:${name}`;
}
