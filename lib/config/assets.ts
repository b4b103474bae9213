import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { settings } from "./settings";

/**
 * The scripts, one a page: `fields` where something is typed, `mail` where a mail is waited for or its link lands, `account`
 * where both may be.
 */
export const SCRIPTS = ["fields", "mail", "account"] as const;

/** What a page loads in a browser. */
export type Assets = Record<(typeof SCRIPTS)[number] | "sheet" | "font", string>;

/** Where the build writes them, for what is under `public/` is served; and where `npm run dev` does. */
export const ASSETS_FOLDER = "public/assets";
export const WATCHED_FOLDER = "public/dev";
/** Their names, beside them. */
export const LIST = "list.json";
export const ASSETS_LIST = `${ASSETS_FOLDER}/${LIST}`;

let built: Assets | undefined;

/** Their addresses, which the build has listed. @throws when there was none */
export function assets(): Assets {
  if (built) return built;
  const { development } = settings();
  const folder = development ? WATCHED_FOLDER : ASSETS_FOLDER;
  const names: Assets = JSON.parse(readFileSync(join(process.cwd(), folder, LIST), "utf8"));
  const at = Object.entries(names).map(([kind, name]) => [kind, `/${basename(folder)}/${name}`]);
  built = Object.fromEntries(at) as Assets;
  return built;
}
