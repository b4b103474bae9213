import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";

/** What runs in production, by the name that it has beside the others. The rest of `commands/` is for who develops. */
const PROGRAMS = {
  server: "server.ts",
  migrate: "commands/db/migrate.ts",
  cleanup: "commands/db/cleanup.ts",
  doctor: "commands/doctor/run.ts",
  operator: "commands/operator/run.ts",
};

const OF_NEXT = ["next/headers", "next/navigation", "next/server"];

/** As deep as `commands/db`, so that `../../prisma` is the same folder from both. `next build` empties it. */
const PLACE = ".next/run";

/** Small packages that Next puts into its own files as well: one file is read sooner than a hundred. */
const TAKEN_ALONG = /^(zod|jose|cookie|negotiator|bowser|ipaddr\.js)$/;

/**
 * Bundles our programs, so that nothing compiles TypeScript when they run. Other packages stay where they are: Next loads
 * the same files, and what is native, WebAssembly or loaded when a variable asks for it is found there.
 * @param root the clone
 */
export async function bundle(root: string): Promise<void> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: PROGRAMS,
    outdir: PLACE,
    // Next says in its folder that `.js` is CommonJS
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    // Node asks for the file, and Next names it nowhere
    alias: Object.fromEntries(OF_NEXT.map((name) => [name, `${name}.js`])),
    format: "esm",
    platform: "node",
    target: "node20.19",
    // names and lines stay as they are: Node prints the line of a fault
    minifySyntax: true,
    // beside each file, for who reads a trace: Node is told nothing of it, and loads none
    sourcemap: "external",
    metafile: true,
    plugins: [along, besides],
    logLevel: "warning",
  });
  const ours = Object.keys(metafile.inputs).filter((input) => !/^node_modules\//.test(input));
  const digests = ours.map(async (input) => {
    const file = resolve(root, input.replace(`${besides.name}:`, ""));
    const digest = createHash("sha256").update(await readFile(file));
    return [relative(root, file), digest.digest("base64")];
  });
  const programs = Object.entries(PROGRAMS).map(([name, source]) => [source, `${name}.mjs`]);
  const record = {
    programs: Object.fromEntries(programs),
    sources: Object.fromEntries(await Promise.all(digests)),
  };
  await writeFile(join(root, PLACE, "built.json"), JSON.stringify(record));
}

const along: Plugin = {
  name: "along",
  setup({ onResolve }) {
    onResolve({ filter: TAKEN_ALONG }, ({ path }) => ({
      path: fileURLToPath(import.meta.resolve(path)),
    }));
  },
};

/** A file that a source finds beside itself, by `new URL("./file", import.meta.url)`, lies beside the bundle as well. */
const besides: Plugin = {
  name: "besides",
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /\/(lib|server|commands)\/.*\.ts$/ }, async ({ path }) => {
      const files: string[] = [];
      const source = await readFile(path, "utf8");
      const contents = source.replaceAll(
        /new URL\("(\.\/[^"]+)", import\.meta\.url\)/g,
        (_, file: string) => `new URL(beside${files.push(file)}, import.meta.url)`,
      );
      const imports = files.map((file, i) => `import beside${i + 1} from "besides:${file}";`);
      return { contents: `${imports.join("")}${contents}`, loader: "ts" };
    });
    onResolve({ filter: /^besides:/ }, ({ path, importer }) => ({
      path: join(dirname(importer), path.replace(/^besides:/, "")),
      namespace: "besides",
    }));
    onLoad({ filter: /^/, namespace: "besides" }, async ({ path }) => ({
      contents: await readFile(path),
      loader: "file",
    }));
  },
};
