import { readFileSync } from "node:fs";
import { join } from "node:path";
import { codesIn } from "../architecture/markdown";
import { ROOT } from "../runner/program";

/**
 * A block of code of `docs/deploy.md`: what it tells people to do is what is tested.
 * @param language behind its fence
 * @param holding a text that only this block has
 */
export function block(language: string, holding: string): string {
  const page = readFileSync(join(ROOT, "docs/deploy.md"), "utf8");
  const blocks = codesIn(page, "code").filter(({ lang }) => lang === language);
  const found = blocks.find(({ text }) => text.includes(holding));
  if (!found) throw new Error(`docs/deploy.md has no ${language} block with ${holding}`);
  return `${found.text}\n`;
}
