import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { ROOT } from "../runner/program";
import { STATES } from "../states/all";
import { test } from "../states/open";
import { asked, FOLDER, pictureOf } from "./asked";

// `npm run gallery`: a picture of every state, as a person sees it.

const { only, widths, schemes, languages, readme } = asked();
const HEIGHT = 800;
const QUALITY = 80;

for (const language of languages)
  for (const state of STATES.filter(({ name }) => name.includes(only)))
    test.describe(() => {
      test.use({ language, state });

      test(`${language} ${state.name}`, async ({ shown: { page, mail } }, info) => {
        for (const width of widths)
          for (const scheme of schemes) {
            const path = join(FOLDER, pictureOf(language, state.name, width, scheme));
            await picture(page, { path, width, height: HEIGHT, scheme, fullPage: true });
          }
        const place = STATES.indexOf(state);
        const shown = { place, name: state.name, language, title: await page.title(), mail };
        const body = JSON.stringify(shown);
        await info.attach("shown", { body, contentType: "application/json" });
      });
    });

if (readme)
  test("the README's picture", async ({ page }) => {
    await page.goto("/login");
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const height = 895;
    const sides = { desk: 1434, phone: 402 };
    const parts: string[] = [];
    for (const [name, width] of Object.entries(sides)) {
      const path = join(FOLDER, `${name}.webp`);
      await picture(page, { path, width, height, scheme: "light", fullPage: false });
      parts.push(`<img src="data:image/webp;base64,${readFileSync(path, "base64")}">`);
    }
    await page.goto("about:blank");
    await page.setContent(
      `<body style="margin:0;display:flex;justify-content:space-between">${parts.join("")}`,
    );
    const path = join(ROOT, "docs", "login.webp");
    await picture(page, { path, width: 1880, height, scheme: "light", fullPage: false });
  });

type Picture = {
  path: string;
  width: number;
  height: number;
  scheme: "light" | "dark";
  fullPage: boolean;
};

async function picture(page: Page, { path, width, height, scheme, fullPage }: Picture) {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme });
  const omitBackground = !fullPage;
  await page.screenshot({ path, type: "webp", quality: QUALITY, fullPage, omitBackground });
}
