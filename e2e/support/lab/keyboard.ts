import { expect, type Locator, type Page } from "@playwright/test";

const MOST_PRESSES = 80;

/** Presses Tab until `wanted` has the focus, which can be seen at every step (WCAG 2.4.7, 2.4.11). */
async function tabTo(wanted: Locator): Promise<void> {
  const page = wanted.page();
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
    expect(await unseen(page), "focus that nobody sees").toBeNull();
  }
  throw new Error(`${MOST_PRESSES} presses of Tab do not lead to ${wanted}`);
}

/** Goes there by Tab, and presses Enter. */
export async function press(wanted: Locator): Promise<void> {
  await tabTo(wanted);
  await wanted.page().keyboard.press("Enter");
}

/** Goes there by Tab, and types instead of what stands there. */
export async function type(wanted: Locator, text: string): Promise<void> {
  await tabTo(wanted);
  await wanted.page().keyboard.press("ControlOrMeta+a");
  await wanted.page().keyboard.type(text);
}

/** What has the focus without being seen, or without showing it; null while all is well. */
function unseen(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null; // the browser's own bar
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const [middle, centre] = [(left + right) / 2, (top + bottom) / 2];
    const points = [
      [left + 3, centre],
      [middle, centre],
      [middle, top + 3],
      [middle, bottom - 3],
    ] as const;
    const isSeen = ([x, y]: (typeof points)[number]) => {
      const there = document.elementFromPoint(x, y);
      return there !== null && (element.contains(there) || there.contains(element));
    };
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const isShown = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    return isShown && points.every(isSeen) ? null : element.outerHTML.slice(0, 200);
  });
}
