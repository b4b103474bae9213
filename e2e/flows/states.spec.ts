import type { Page } from "@playwright/test";
import { STATES } from "../states/all";
import { expect, test } from "../states/open";
import { violations } from "../support/lab/axe";
import { misfits, moving, sideways, spaceLetters } from "../support/lab/layout";
import { mixedTexts } from "../support/lab/translator";

// Every page in every state, and every mail, as everybody can read it.

for (const state of STATES.filter((one) => !("like" in one)))
  test.describe(() => {
    test.use({ state });

    test(`${state.name} can be read by everyone`, async ({ shown: { page, mail } }) => {
      const found: string[] = [];
      const note = (where: string, what: string[]) =>
        found.push(...what.map((one) => `${where}: ${one}`));
      for (const width of [1280, 360]) {
        await show(page, width, "light");
        note(`${width}`, await violations(page, mail ? "mail" : "page"));
        await show(page, width, "dark");
        note(`${width} dark`, await violations(page, "colours"));
        note(`${width}`, await moving(page));
        if (!mail) note(`${width}`, await sideways(page));
      }
      if (!mail) {
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        // a translator puts every text into an element of its own, where a script may look for it
        if (await page.locator("script").count())
          note("a text beside others", await mixedTexts(page));
        await show(page, 320, "light");
        await spaceLetters(page);
        note("spaced letters", await misfits(page));
      }
      expect(found).toEqual([]);
    });
  });

async function show(page: Page, width: number, colorScheme: "light" | "dark") {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
}
