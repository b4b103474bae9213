import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { ensureBuild } from "@/local/build";
import { understood } from "../runner/asked";
import { endWithSignals, tool } from "../runner/program";
import { ensureBrowser } from "../support/browser";
import { ALL, type Asked, FOLDER } from "./asked";

// `npm run gallery [-- --only account --width 360 --scheme dark --language es --readme]`: one page with every page,
// state and mail of the product, in `.local/gallery/`.

const LIST = { type: "string", multiple: true } as const;

const asked: Asked = understood(() => {
  const { values } = parseArgs({
    options: {
      only: { type: "string", default: ALL.only },
      width: LIST,
      scheme: LIST,
      language: LIST,
      readme: { type: "boolean", default: ALL.readme },
    },
  });
  const { only, readme } = values;
  return {
    only,
    readme,
    widths: chosen("--width", ALL.widths, values.width),
    schemes: chosen("--scheme", ALL.schemes, values.scheme),
    languages: chosen("--language", ALL.languages, values.language),
  };
});

/** Those of `all` that are called as somebody typed; all of them where nothing was. */
function chosen<T extends string | number>(option: string, all: T[], words?: string[]): T[] {
  if (!words) return all;
  return words.map((word) => {
    const found = all.find((one) => String(one) === word);
    if (found === undefined) throw new Error(`${option} is one of ${all.join(", ")}, not ${word}`);
    return found;
  });
}

endWithSignals();
try {
  const env = { CHROMIUM_PATH: ensureBrowser(), GALLERY: JSON.stringify(asked) };
  await ensureBuild();
  rmSync(FOLDER, { recursive: true, force: true });
  const config = ["test", "--config", "e2e/gallery/playwright.config.ts"];
  const { ok } = await tool("playwright", config, { env, show: true });
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
