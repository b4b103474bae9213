import { chromium, type Page } from "@playwright/test";
import { ensureBrowser, FLAGS } from "../support/browser";
import { expect, test } from "../support/fixtures";

// With large letters, or more space between them, every word can be read.

const PAGES = ["/login?error=CredentialsSignin", "/login/correo", "/registro", "/recuperar"];
const NORMAL_PX = 16;

/** WCAG 2.2, 1.4.12 */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

/** The texts that lie upon another one, or beyond the edge. */
const unreadable = (page: Page) =>
  page.evaluate(() => {
    const found: { text: string; box: DOMRect; of: Node }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const inside = node.parentElement;
      const isPicture = inside?.closest(
        "[aria-hidden=true], .sr-only, aside, script, style, noscript",
      );
      if (!node.textContent?.trim() || isPicture || !inside?.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects())
        found.push({ text: node.textContent, box, of: node });
    }
    const EDGE_PX = 3;
    const meet = (one: DOMRect, other: DOMRect) =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > EDGE_PX &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > one.height / 4;
    const beyond = found.filter(({ box }) => box.right > innerWidth + 1).map(({ text }) => text);
    const upon = found.flatMap((one, at) =>
      found
        .slice(at + 1)
        .filter((other) => other.of !== one.of && meet(one.box, other.box))
        .map((other) => `${one.text} | ${other.text}`),
    );
    return [...beyond, ...upon];
  });

for (const { percent, spacing } of [
  { percent: 100, spacing: SPACING },
  { percent: 150, spacing: "" },
  { percent: 200, spacing: "" },
])
  test(`no word lies upon another at ${percent} %${spacing && " with more space between letters"}`, async ({
    lab,
    arrived,
  }) => {
    test.slow();
    const size = (NORMAL_PX * percent) / 100;
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH || ensureBrowser(),
      args: [...FLAGS, `--blink-settings=defaultFontSize=${size}`],
    });
    try {
      const page = await browser.newPage({ baseURL: lab.app, locale: "es-CO", bypassCSP: true });
      const look = async (path: string) => {
        await page.goto(path);
        await expect(page.locator("html")).toHaveCSS("font-size", `${size}px`);
        if (spacing) await page.addStyleTag({ content: spacing });
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          expect([path, width, await unreadable(page)]).toEqual([path, width, []]);
        }
      };
      for (const path of PAGES) await look(path);
      await arrived();
      for (const path of ["/cuenta", "/cuenta/contrasena"]) await look(path);
    } finally {
      await browser.close();
    }
  });
