import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What this looks at in a `package.json`. */
export type Manifest = Record<string, unknown> & {
  version: string;
  license: string;
  type: string;
  dependencies: Record<string, string>;
};

/** The oldest that the kit is tested with, up to the next that may break what it asks for. */
const PLAYWRIGHT = { "@playwright/test": ">=1.50 <2" };

/** Those whose CommonJS takes in packages that are modules. */
const NODE = "^20.19 || >=22.12";

/** Where the kit lies in its package. */
export const PLACE = { js: "dist/testing.js", types: "dist/types", scope: "dist/package.json" };

/** What Node and TypeScript read at `PLACE.scope`: to TypeScript before 5.8, no CommonJS may import a module. */
export const SCOPE = JSON.stringify({ type: "commonjs" });

/**
 * The `package.json` of the kit: who installs it gets what it needs, and neither Next nor Prisma nor React.
 * @param own that of the repository
 * @param packages what the bundle imports
 * @throws for a package that the product does not have
 */
export function leanManifest(own: Manifest, packages: string[]): Record<string, unknown> {
  const { version, license, type, dependencies } = own;
  const needed = packages.filter((name) => !Object.hasOwn(PLAYWRIGHT, name));
  const missing = needed.filter((name) => !dependencies[name]);
  if (missing.length > 0)
    throw new Error(`the kit imports ${missing}, no dependency of package.json`);
  return {
    name: "ingreso",
    version,
    description: "Drive the sign-in of Ingreso from your own Playwright tests.",
    license,
    type,
    engines: { node: NODE },
    // who is killed in between is put right by the next `npm pack`, which has to find the way here
    scripts: { prepack: script(own, "prepack"), postpack: script(own, "postpack") },
    files: own.files,
    exports: {
      "./testing": {
        types: `./${PLACE.types}/testing/index.d.ts`,
        default: `./${PLACE.js}`,
      },
      "./package.json": "./package.json",
    },
    // for who resolves as before exports (`moduleResolution: node`)
    typesVersions: { "*": { testing: [`./${PLACE.types}/testing/index.d.ts`] } },
    dependencies: Object.fromEntries(needed.map((name) => [name, dependencies[name]])),
    peerDependencies: PLAYWRIGHT,
  };
}

const script = ({ scripts }: Manifest, name: string) => (scripts as Record<string, string>)[name];

/**
 * Lays another `package.json` in the place of the repository's own until `putBack`. npm packs what lies there and knows no
 * way to say another one.
 * @param root the clone
 */
export function swap(root: string, lean: Record<string, unknown>): void {
  const { own, kept, swapped, folder } = files(root);
  mkdirSync(folder, { recursive: true });
  const text = `${JSON.stringify(lean, null, 2)}\n`;
  writeFileSync(swapped, text);
  writeFileSync(kept, readFileSync(own));
  writeFileSync(`${own}.new`, text);
  renameSync(`${own}.new`, own);
}

/** Puts the repository's `package.json` back, also after a kill. One that was edited meanwhile stays. */
export function putBack(root: string): void {
  const { own, kept, swapped, folder } = files(root);
  const text = read(swapped);
  if (text !== undefined && text === read(own) && read(kept) !== undefined) renameSync(kept, own);
  rmSync(folder, { recursive: true, force: true });
  rmSync(`${own}.new`, { force: true });
}

function files(root: string) {
  const folder = join(root, ".local/pack");
  const own = join(root, "package.json");
  return { folder, own, kept: join(folder, "own.json"), swapped: join(folder, "lean.json") };
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
