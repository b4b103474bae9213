import type { Page } from "@playwright/test";

/** WCAG 1.4.12 */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

/** Puts more space between letters, past the page's content security policy. */
export async function spaceLetters(page: Page): Promise<void> {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, SPACED);
}

/** By how much a page is wider than its window, in a line; none where it is not. */
export async function sideways(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return over > 0 ? [`${over} pixels to scroll sideways`] : [];
}

/** What does not fit on a page, a line each: scrolling sideways, text cut off, controls upon each other. */
export async function misfits(page: Page): Promise<string[]> {
  const found = await page.evaluate(() => {
    const SLACK = 1.5;
    const named = (element: Element) =>
      `${element.localName} ${JSON.stringify((element.textContent || element.getAttribute("name") || "").slice(0, 40))}`;
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return (
        width > SLACK && height > SLACK && element.checkVisibility({ visibilityProperty: true })
      );
    };
    const found: string[] = [];
    for (const element of document.querySelectorAll("body *:not(svg *)")) {
      const { overflowX, overflowY } = getComputedStyle(element);
      const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
      const cut =
        (/hidden|clip/.test(overflowX) && scrollWidth > clientWidth + SLACK) ||
        (/hidden|clip/.test(overflowY) && scrollHeight > clientHeight + SLACK);
      const says = element.textContent?.trim() && !element.closest("[aria-hidden=true], aside");
      if (cut && says && isSeen(element)) found.push(`cut off: ${named(element)}`);
    }

    // an open question covers the page
    const asked = document.querySelector("dialog[open]") ?? document;
    const controls = [...asked.querySelectorAll("a, button, input, summary, label")].filter(isSeen);
    const boxes = controls.map((element) => ({ element, box: element.getBoundingClientRect() }));
    boxes.forEach(({ element, box }, index) => {
      for (const other of boxes.slice(index + 1)) {
        if (element.contains(other.element) || other.element.contains(element)) continue;
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // a button may stand inside its field
        const within = across >= other.box.width - SLACK && down >= other.box.height - SLACK;
        if (across > SLACK && down > SLACK && !(element.localName === "input" && within))
          found.push(`${named(element)} lies upon ${named(other.element)}`);
      }
    });
    return found;
  });
  return [...(await sideways(page)), ...found];
}

/** What moves on a page, by its class; a busy button may say so. */
export async function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document.getAnimations().flatMap(({ playState, effect }) => {
      const target = effect instanceof KeyframeEffect ? effect.target : null;
      const says = target?.closest('[aria-disabled="true"]');
      return playState === "running" && !says ? [String(target?.className)] : [];
    }),
  );
}
