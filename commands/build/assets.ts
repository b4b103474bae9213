import { readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import tailwind from "@tailwindcss/postcss";
import { type BuildOptions, build, context, type Plugin } from "esbuild";
import postcss from "postcss";
import { ASSETS_FOLDER, type Assets, LIST, SCRIPTS, WATCHED_FOLDER } from "@/lib/config/assets";

const ROOT = join(import.meta.dirname, "../..");

/** What pages load in a browser: one script, one sheet, one font each, under the hash of what they hold. */
const OPTIONS: BuildOptions = {
  absWorkingDir: ROOT,
  entryPoints: [...SCRIPTS.map((name) => `components/client/${name}.ts`), "app/globals.css"],
  outdir: ASSETS_FOLDER,
  entryNames: "[name].[hash]",
  assetNames: "[name].[hash]",
  bundle: true,
  format: "esm",
  target: ["chrome111", "firefox114", "safari16.4"],
  loader: { ".woff2": "file" },
  metafile: true,
  logLevel: "warning",
};

/** Writes them into `public/`, where Next and any host serve them from, and the list of their names beside them. */
export async function buildAssets(): Promise<void> {
  await rm(join(ROOT, ASSETS_FOLDER), { recursive: true, force: true });
  await build({ ...OPTIONS, minify: true, plugins: [sheets(true), apart(), list()] });
}

/** The same for development, in a folder of its own: again after every change. @returns what ends it */
export async function watchAssets(): Promise<() => Promise<void>> {
  const plain = { outdir: WATCHED_FOLDER, entryNames: "[name]", sourcemap: "linked" } as const;
  const watching = await context({
    ...OPTIONS,
    ...plain,
    plugins: [sheets(false), apart(), list()],
  });
  await watching.rebuild();
  await watching.watch();
  return () => watching.dispose();
}

/** Sheets go through Tailwind, which also says what they depend on. */
function sheets(optimize: boolean): Plugin {
  return {
    name: "sheets",
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const { css, messages } = await postcss([tailwind({ optimize })]).process(
          await readFile(path, "utf8"),
          { from: path },
        );
        const seen = (type: string, key: string) =>
          messages.filter((one) => one.type === type).map((one) => String(one[key]));
        return {
          contents: css,
          loader: "css",
          watchFiles: seen("dependency", "file"),
          watchDirs: seen("dir-dependency", "dir"),
        };
      });
    },
  };
}

/**
 * What a script imports when it is needed is a file of its own, whose name the script that imports it knows.
 * @param sources what such files were made of
 */
function apart(sources = new Set<string>()): Plugin {
  return {
    name: "apart",
    setup({ onResolve, onStart, initialOptions }) {
      const files = new Map<string, ReturnType<typeof file>>();
      async function file(source: string) {
        const { metafile } = await build({
          ...initialOptions,
          metafile: true,
          entryPoints: [source],
          plugins: [apart(sources)],
        });
        const { inputs, outputs } = metafile;
        const name = Object.keys(outputs).find((output) => output.endsWith(".js")) ?? "";
        for (const input of Object.keys(inputs)) sources.add(join(ROOT, input));
        return { path: `./${basename(name)}`, external: true, watchFiles: [...sources] };
      }
      onStart(() => files.clear());
      onResolve({ filter: /^/ }, ({ kind, path, resolveDir }) => {
        if (kind !== "dynamic-import") return null;
        const source = join(resolveDir, `${path}.ts`);
        const made = files.get(source) ?? file(source);
        files.set(source, made);
        return made;
      });
    },
  };
}

function list(): Plugin {
  return {
    name: "list",
    setup({ onEnd, initialOptions }) {
      onEnd(async ({ metafile, errors }) => {
        if (!metafile || errors.length > 0) return;
        const names = Object.keys(metafile.outputs).map((path) => basename(path));
        const one = (start: string, end: string) => {
          const name = names.find((found) => found.startsWith(`${start}.`) && found.endsWith(end));
          if (!name) throw new Error(`the build gave no ${start}*${end}`);
          return name;
        };
        const assets = {
          ...Object.fromEntries(SCRIPTS.map((name) => [name, one(name, ".js")])),
          sheet: one("globals", ".css"),
          font: one("figtree-latin-wght-normal", ".woff2"),
        } as Assets;
        await writeFile(join(ROOT, initialOptions.outdir ?? "", LIST), JSON.stringify(assets));
      });
    },
  };
}
