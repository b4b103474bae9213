import { readFileSync } from "node:fs";
import { join } from "node:path";
import { settings } from "./settings";

/**
 * The scripts, one a page: `fields` where something is typed, `mail` where a mail is waited for or its link lands, `account`
 * where both may be. The last two are fetched when they are needed.
 */
export const SCRIPTS = ["fields", "mail", "account", "language", "refresh"] as const;

/** The file names of what a page loads in a browser. */
export type Assets = Record<(typeof SCRIPTS)[number] | "sheet" | "font", string>;

/** Where they are served from, and where the build writes them. */
export const ASSETS_PATH = "/assets";
export const ASSETS_FOLDER = "public/assets";
export const ASSETS_LIST = `${ASSETS_FOLDER}/list.json`;

let built: Assets | undefined;

/** Their names, which the build has listed. @throws when there was none */
export function assets(): Assets {
  if (built && !settings().development) return built;
  built = JSON.parse(readFileSync(join(process.cwd(), ASSETS_LIST), "utf8")) as Assets;
  return built;
}
