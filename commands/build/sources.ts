import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ASSETS_LIST } from "@/lib/config/assets";

/** Everything of ours that a build is made from. */
const SOURCES = [
  ...["app", "components", "lib", "server", "commands", "prisma/schema.prisma"],
  ...["instrumentation.ts", "proxy.ts", "server.ts"],
  ...["next.config.mjs", "postcss.config.mjs", "tailwind.config.ts", "tsconfig.json"],
  ...["package.json", "package-lock.json"],
];
/** Written last, and inside `.next`: what empties that leaves no build. */
const BUILT_FROM = ".next/built-from";

/** Whether `.next` holds a whole build of exactly these sources. */
export function buildIsFresh(root: string): boolean {
  const from = join(root, BUILT_FROM);
  const whole = existsSync(from) && existsSync(join(root, ASSETS_LIST));
  return whole && readFileSync(from, "utf8") === fingerprint(root);
}

/** Notes which sources `.next` was built from. */
export function noteBuild(sources: string, root: string): void {
  writeFileSync(join(root, BUILT_FROM), sources);
}

/** A digest of everything that a build is made from. */
export function fingerprint(root: string): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((source) => within(join(root, source))))
    hash.update(`${relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

function within(source: string): string[] {
  if (!existsSync(source)) return [];
  if (!statSync(source).isDirectory()) return [source];
  return readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .sort()
    .map((name) => join(source, name))
    .filter((entry) => !statSync(entry).isDirectory());
}
