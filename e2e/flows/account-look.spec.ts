import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { part } from "../support/lab/account";
import { crowd } from "../support/lab/sessions";

// The signed-in pages as a person with much in them sees them.

test("thirty sessions can be told apart by eye and by ear, in a page without a box that scrolls", async ({
  page,
  lab,
  address,
  signedIn,
}) => {
  await signedIn({ email: address });
  await crowd(lab.database, address, 30);
  await page.goto("/cuenta");
  await page.getByText("Ver otras 23 sesiones").click();
  const rows = part(page, "Sesiones abiertas").getByRole("listitem");
  await expect(rows).toHaveCount(31);
  const texts = await rows.allInnerTexts();
  expect(new Set(texts).size).toBe(31);
  for (const [nth, text] of texts.entries())
    await expect(rows.nth(nth).getByRole("button", { name: "Cerrar" })).toHaveAccessibleDescription(
      text.replace(/\nCerrar$|Esta sesión\n/g, "").replace(/\s+/g, " "),
    );
  const boxes = await page.evaluate(
    () =>
      [...document.querySelectorAll("*")].filter(
        (one) =>
          one !== document.documentElement && /auto|scroll/.test(getComputedStyle(one).overflowY),
      ).length,
  );
  expect(boxes).toBe(0);
});

test("what has the focus is never under the bar, and the bar takes no part of a low screen", async ({
  page,
  lab,
  address,
  signedIn,
}) => {
  await signedIn({ email: address });
  await crowd(lab.database, address, 6);
  await page.setViewportSize({ width: 1280, height: 640 });
  await page.goto("/cuenta");
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.getByRole("link", { name: "¿No reconoces esta actividad?" }).focus();
  expect(await underBar(page)).toEqual({ bar: 0, focus: null });
  for (let stops = 0; stops < 12; stops += 1) {
    await page.keyboard.press("Shift+Tab");
    expect((await underBar(page)).focus).toBeNull();
  }

  // 1280 by 1024 at 400 %
  for (const size of [
    { width: 320, height: 256 },
    { width: 1280, height: 500 },
  ]) {
    await page.setViewportSize(size);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect.poll(async () => (await underBar(page)).bar).toBeLessThan(-60);
  }
});

/** Where the bar begins, and what has the focus, where any of it is under the bar. */
function underBar(page: Page) {
  return page.evaluate(() => {
    const header = document.querySelector("header");
    const [bar, focus] = [header?.getBoundingClientRect(), document.activeElement];
    const under =
      !header?.contains(focus) && (focus?.getBoundingClientRect().top ?? 0) < (bar?.bottom ?? 0);
    return { bar: Math.round(bar?.top ?? 0), focus: under ? (focus?.outerHTML ?? "none") : null };
  });
}

test("what is said of this session breaks between its parts alone", async ({ page, arrived }) => {
  await arrived();
  for (let width = 320; width <= 420; width += 4) {
    await page.setViewportSize({ width, height: 800 });
    expect(await linesOf(page, "en uso ahora"), `at ${width} pixels`).toBe(1);
    expect(await hourLines(page), `at ${width} pixels`).toEqual([1]);
  }
});

test("the languages begin where the frame's own words begin", async ({ page, arrived }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const begin = (words: string) =>
    page.getByText(words, { exact: true }).evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return Math.round(range.getBoundingClientRect().left);
    });
  await page.goto("/login");
  expect(await begin("Español")).toBe(await begin("Sigue ganando tiempo y tranquilidad"));
  await arrived();
  expect(await begin("Español")).toBe(
    await begin("Revisa cómo ingresas y en qué dispositivos tienes sesiones abiertas."),
  );
});

/** In how many lines those words stand. */
async function linesOf(page: Page, words: string): Promise<number> {
  return page.getByText(words).evaluate((element, words) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const at = texts.currentNode.nodeValue?.indexOf(words) ?? -1;
      if (at < 0) continue;
      range.setStart(texts.currentNode, at);
      range.setEnd(texts.currentNode, at + words.length);
    }
    return range.getClientRects().length;
  }, words);
}

/** In how many lines the hours of the page stand, each number once. */
async function hourLines(page: Page): Promise<number[]> {
  const lines = await page.locator("time").evaluateAll((times) =>
    times.flatMap(({ firstChild }) => {
      const hour = /:\d\d\s[ap]\.\sm\./.exec(firstChild?.nodeValue ?? "");
      if (!firstChild || !hour) return [];
      const range = document.createRange();
      range.setStart(firstChild, hour.index);
      range.setEnd(firstChild, hour.index + hour[0].length);
      return new Set([...range.getClientRects()].map(({ top }) => top)).size;
    }),
  );
  return [...new Set(lines)];
}
