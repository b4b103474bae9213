import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureBuild } from "@/local/build";
import { understood } from "./runner/asked";
import { complaintsOf, named, namesAndOptions } from "./runner/named";
import { endWithSignals, type Ran, ROOT, tool } from "./runner/program";
import { ensureBrowser } from "./support/browser";
import { recordable, watchable } from "./support/watching";

// `npm run lint`, `format`, `typecheck`, `test:unit`, `test:flows`: a part of `npm test`, of the files alone that are
// named behind `--`; `npm run e2e` is `test:flows` that records what fails. What comes behind the names, from the first
// option on, is for the tool.

type Part = {
  /** which files can be named */
  of: RegExp;
  run: (files: string[], options: string[]) => Promise<Ran>;
};

const PARTS: Record<string, Part> = {
  lint: {
    of: /./,
    async run(files, options) {
      const linted = await shown("biome", ["ci", "--error-on-warnings", ...files, ...options]);
      if (files.length > 0) return linted;
      const { ok, output } = await shown("knip", []);
      return { ok: linted.ok && ok, output };
    },
  },
  format: {
    of: /./,
    run: (files, options) => shown("biome", ["check", "--write", ...files, ...options]),
  },
  typecheck: {
    of: /./,
    async run(files, options) {
      const typed = await tool("next", ["typegen"]);
      if (!typed.ok) console.log(typed.output);
      const { ok, output } = await tool("tsc", ["--noEmit", "--pretty", "false", ...options]);
      const said = complaintsOf(files, output.trimEnd());
      if (said) console.log(said);
      return { ok: typed.ok && (ok || (files.length > 0 && !said)), output };
    },
  },
  "test:unit": {
    of: /\.test\.tsx?$/,
    run: (files, options) =>
      shown("vitest", ["run", "--config", "e2e/vitest.config.ts", ...files, ...options]),
  },
  "test:flows": {
    of: /\.spec\.ts$/,
    run: (files, options) => flows(files, options),
  },
  e2e: {
    of: /\.spec\.ts$/,
    run: (files, options) => flows(files, options, { RECORD: recordable(console.log).join() }),
  },
};

endWithSignals();
const [name = "", ...words] = process.argv.slice(2);
const part = PARTS[name];
if (!part) throw new Error(`there is no part ${name}`);
const { names, options } = namesAndOptions(words);
const files = names.length > 0 ? all().filter((file) => part.of.test(file)) : [];
const asked = understood(() => named(names, files));
try {
  const { ok } = await part.run(asked, options);
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

function shown(command: string, args: string[], env: Record<string, string> = {}): Promise<Ran> {
  return tool(command, args, { env, show: true });
}

async function flows(files: string[], options: string[], env: Record<string, string> = {}) {
  const { path, more } = watchable(ensureBrowser(), options);
  if (!process.env.BASE_URL) await ensureBuild();
  const config = ["test", "--config", "e2e/playwright.config.ts"];
  const args = [...config, ...files, ...options, ...more];
  return shown("playwright", args, { CHROMIUM_PATH: path, ...env });
}

/** Every file of the repository, as a path from its root. */
function all(): string[] {
  const entries = readdirSync(ROOT, { withFileTypes: true });
  return entries.flatMap((entry) => {
    if (/^(\.|node_modules$)/.test(entry.name)) return [];
    if (!entry.isDirectory()) return [entry.name];
    const within = readdirSync(join(ROOT, entry.name), { recursive: true, encoding: "utf8" });
    return within.map((path) => join(entry.name, path));
  });
}
