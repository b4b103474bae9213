import type { Page } from "@playwright/test";
import type { Person, SignInWay, Wanted } from "ingreso/testing";
import { expect, test } from "../support/fixtures";

// The kit's people and ways in, as any suite uses them; in two languages, since it goes by names of fields and actions of forms.

const MIXES: { wanted?: Wanted; ways: SignInWay[] }[] = [
  { ways: ["password", "link"] },
  { wanted: { google: true }, ways: ["google", "code"] },
  { wanted: { passkey: true, secondStep: true }, ways: ["passkey", "link"] },
  {
    wanted: { password: "otra clave de prueba", google: true, secondStep: true, language: "en" },
    ways: ["password", "google", "code"],
  },
];

/** Who the page says is signed in. */
async function whoIsOn(page: Page): Promise<Partial<Person> | undefined> {
  return (await (await page.request.get("/api/auth/session")).json()).user;
}

for (const locale of ["es-CO", "en-US"])
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("each mix of ways in signs in by each of them, with the second step where it is on", async ({
      browser,
      person,
      signIn,
    }) => {
      for (const { wanted, ways } of MIXES) {
        const made = await person(wanted);
        for (const way of ways)
          await test.step(`${JSON.stringify(wanted)} by ${way}`, async () => {
            const context = await browser.newContext();
            const page = await context.newPage();
            await signIn(made, way, page);
            await expect(page).toHaveURL("/cuenta");
            expect(await whoIsOn(page)).toMatchObject({ id: made.id, email: made.email });
            await context.close();
          });
      }
    });
  });

test("a session that is made without a page is the product's own: listed by its way in, and ended by its person", async ({
  browser,
  person,
  signIn,
}) => {
  const ana = await person({ name: "Ana Gómez", password: true, secondStep: true });
  const [own, other] = await Promise.all(
    (["passkey", "google"] as const).map(async (way) => {
      const context = await browser.newContext({ storageState: await signIn(ana, way) });
      return context.newPage();
    }),
  );
  if (!own || !other) throw new Error("no pages");
  await own.goto("/cuenta");
  await expect(own).toHaveURL("/cuenta");
  await expect(own.getByText("Ana Gómez").first()).toBeVisible();
  expect(await whoIsOn(own)).toEqual({ id: ana.id, name: ana.name, email: ana.email });
  // proved by both steps just now: what asks for that again does not
  await own.goto("/cuenta/dos-pasos");
  await expect(own).toHaveURL("/cuenta/dos-pasos");

  await own.goto("/cuenta");
  const listed = own.locator("#sesiones li");
  await expect(listed).toHaveCount(2);
  await expect(listed.first()).toContainText("Llave de acceso");
  await listed.last().getByRole("button").click();
  await expect(listed).toHaveCount(1);
  await other.goto("/cuenta");
  await expect(other).toHaveURL(({ pathname }) => pathname === "/login");
});

test("signing in without a page takes less than 50 ms", async ({ person, signIn }) => {
  const people = await Promise.all(Array.from({ length: 20 }, () => person()));
  const took: number[] = [];
  for (const one of people) {
    const start = performance.now();
    await signIn(one);
    took.push(performance.now() - start);
  }
  const median = took.sort((a, b) => a - b)[10] ?? 0;
  test.info().annotations.push({ type: "median", description: `${median.toFixed(1)} ms` });
  console.log(`signIn without a page: ${median.toFixed(1)} ms`);
  expect(median).toBeLessThan(50);
});
