import type { Page } from "@playwright/test";
import axe, { type AxeResults } from "axe-core";

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
  if (!(await page.evaluate("Boolean(globalThis.axe)"))) await page.evaluate(axe.source);
  const found = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
