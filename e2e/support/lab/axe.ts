import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

/** The small one: each page reads it anew, and half the text is half the time. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const OFF = { enabled: false };
/** WCAG 2.2 AA, and what the makers of axe advise beyond it. */
const EVERYTHING = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};
/** A mail has no landmarks: those are of the page that shows it. */
const MAIL = { ...EVERYTHING, rules: { region: OFF, "landmark-one-main": OFF } };
const COLOURS = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

const OPTIONS = { page: EVERYTHING, mail: MAIL, colours: COLOURS };

/** What axe finds on a page as it stands, a line each. @param as what it is looked at as; or its colours alone */
export async function violations(page: Page, as: keyof typeof OPTIONS = "page"): Promise<string[]> {
  const options = JSON.stringify({ ...OPTIONS[as], resultTypes: ["violations"] });
  if (!(await page.evaluate("Boolean(globalThis.axe)"))) await page.evaluate(AXE);
  const found = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
