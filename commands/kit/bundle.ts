import { join } from "node:path";
import { build } from "esbuild";

/**
 * Bundles the kit into one file, which needs nothing of this repository. Packages stay outside: Playwright has to be the
 * reader's own. It is CommonJS, as Playwright makes a reader's tests of whose package.json says nothing; modules import it too.
 * @param root the clone
 * @param file where it goes
 * @returns the packages that it imports
 */
export async function bundleKit(root: string, file: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, "testing/index.ts")],
    outfile: file,
    bundle: true,
    packages: "external",
    format: "cjs",
    platform: "node",
    target: "node20.19",
    metafile: true,
    logLevel: "warning",
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const names = imports.map(({ path }) => path).filter((path) => !path.startsWith("node:"));
  return [...new Set(names.map(packageOf))].sort();
}

/** The package of what is imported: `jose/jwt` is of `jose`. */
function packageOf(name: string): string {
  return name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
}
