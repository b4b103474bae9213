import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { arrive } from "../support/lab/account";
import type { Database } from "../support/lab/database";

// The signed-in pages as a person with much in them sees them.

for (const colorScheme of ["light", "dark"] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("thirty sessions and a long name can be read by everyone", async ({
      page,
      lab,
      address,
    }) => {
      test.slow();
      await arrive(page, lab, address);
      await lab.database.sql(`UPDATE "User" SET name = $2 WHERE email = $1`, [
        address,
        "Wolfeschlegelsteinhausenbergerdorff".repeat(2),
      ]);
      await crowd(lab.database, address, 30);
      for (const path of ["", "/contrasena", "/eliminar"]) {
        await page.goto(`/cuenta${path}`);
        await readable(page);
      }
      await lab.database.age("11 minutes");
      await page.goto("/cuenta/confirmar");
      await readable(page);
    });
  });

test("what is said of this session breaks between its parts alone", async ({
  page,
  lab,
  address,
}) => {
  await arrive(page, lab, address);
  for (let width = 320; width <= 420; width += 4) {
    await page.setViewportSize({ width, height: 800 });
    expect(await linesOf(page, "en uso ahora"), `at ${width} pixels`).toBe(1);
    expect(await hourLines(page), `at ${width} pixels`).toEqual([1]);
  }
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

async function readable(page: Page) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, "pixels to scroll sideways").toBeLessThanOrEqual(0);
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** Opens many sessions at once, past the doors. */
async function crowd(database: Database, address: string, many: number) {
  await database.sql(
    `INSERT INTO "Session" (id, "tokenHash", "userId", method, device, network, "createdAt", "lastUsedAt",
       "idleExpires", "absoluteExpires", "provedAt")
     SELECT gen_random_uuid(), encode(sha256(random()::text::bytea), 'hex'), u.id, 'email', 'Safari en iPhone', '186.84.22.0/24',
       now() - nth * interval '5 hours', now() - nth * interval '2 hours', now() + interval '3 days',
       now() + interval '20 days', now() - interval '1 day'
     FROM "User" u, generate_series(1, $2::int) nth WHERE u.email = $1`,
    [address, many],
  );
}
