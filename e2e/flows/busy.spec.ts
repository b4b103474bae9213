import type { Page } from "@playwright/test";
import { PASSWORD } from "@/testing/person/password";
import { expect, test } from "../support/fixtures";
import { enter } from "../support/lab/pages";

// The word for what is under way goes when that is over, however it ends.

const LOGIN = "**/api/auth/callback/credentials";

/** No answer comes to a door. @returns how often it was asked */
async function unanswered(page: Page, door: string): Promise<() => number> {
  let asked = 0;
  await page.route(door, () => {
    asked += 1;
  });
  return () => asked;
}

/** What a browser says of a page that it takes out of its cache: the person went Back to it. */
const back = (page: Page) =>
  page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));

/** Stops the way to another page once the word says that it is under way: until then the page cannot be asked. */
const stopAt = (page: Page, busy: string) =>
  page.evaluate((text) => {
    const watch = () => {
      const said = [...document.querySelectorAll('[role="status"]')];
      if (!said.some(({ textContent }) => textContent === text)) return later();
      document.body.dataset.stopped = text;
      window.stop();
    };
    const later = () => setTimeout(watch, 20);
    window.navigation.addEventListener("navigate", later, { once: true });
  }, busy);

/** The busy word beside a button. */
const word = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text });

test("a page that is gone back to is not busy, and its form can be sent again", async ({
  page,
}) => {
  await page.clock.install();
  const asked = await unanswered(page, LOGIN);
  await page.goto("/login");
  await enter(page, "ana@ejemplo.com", PASSWORD);
  await expect.poll(asked).toBe(1);
  // gone before the word was shown at all, and back
  await back(page);
  await page.clock.runFor(1000);
  await expect(word(page, "Ingresando…")).toHaveCount(0);

  await enter(page, "ana@ejemplo.com", PASSWORD);
  await page.clock.runFor(1000);
  await expect(word(page, "Ingresando…")).toHaveCount(1);
  await back(page);
  await expect(word(page, "Ingresando…")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Ingresar", exact: true })).toBeEnabled();
  await enter(page, "ana@ejemplo.com", PASSWORD);
  await expect.poll(asked).toBe(3);
});

test("a way that is stopped is not under way", async ({ page, arrived }) => {
  await arrived();
  const asked = await unanswered(page, "**/api/auth/signout");
  const leave = page.getByRole("button", { name: "Cerrar sesión", exact: true });
  await stopAt(page, "Cerrando…");
  await leave.click({ noWaitAfter: true });
  await expect(page.locator("body")).toHaveAttribute("data-stopped", "Cerrando…");
  await expect(word(page, "Cerrando…")).toHaveCount(0);
  await leave.click({ noWaitAfter: true });
  await expect.poll(asked).toBe(2);
});

test("the page that a form leads to may not come: its button works again", async ({
  page,
  lab,
  address,
}) => {
  const asked = await unanswered(page, "**/cuenta");
  await page.goto("/login");
  await stopAt(page, "Ingresando…");
  await page.route(LOGIN, async (route) => {
    // the answer is there at once, the page that it leads to is not
    await route.fulfill({ json: { url: `${lab.app}/cuenta` } });
  });
  await enter(page, address, PASSWORD);
  await expect.poll(asked).toBe(1);
  await expect(page.locator("body")).toHaveAttribute("data-stopped", "Ingresando…");
  await expect(word(page, "Ingresando…")).toHaveCount(0);
});

for (const [what, answer] of Object.entries({
  "no page": { status: 204 },
  "a file": { status: 200, headers: { "content-disposition": "attachment" }, body: "x" },
}))
  test(`an answer with ${what} ends what was under way`, async ({ page, arrived }) => {
    await arrived();
    await page.clock.install();
    await page.reload();
    let asked = 0;
    await page.route("**/api/auth/signout", (route) => {
      asked += 1;
      return route.fulfill(answer);
    });
    const leave = page.getByRole("button", { name: "Cerrar sesión", exact: true });
    await leave.click({ noWaitAfter: true });
    await page.clock.runFor(1000);
    await expect(word(page, "Cerrando…")).toHaveCount(1);
    await page.clock.runFor(5000);
    await expect(word(page, "Cerrando…")).toHaveCount(0);
    await leave.click({ noWaitAfter: true });
    await expect.poll(() => asked).toBe(2);
  });

test("the ways to Google and to the mail's page turn while they are under way, and rest after Back", async ({
  page,
}) => {
  await page.clock.install();
  for (const [name, door] of [
    ["Iniciar sesión con Google", /signin\/google/],
    ["Ingresar desde mi correo", /login\/correo/],
  ] as const) {
    await page.goto("/login");
    let asked = 0;
    await page.route(door, (route) => {
      asked += 1;
      return route.fulfill({ status: 204 });
    });
    const button = page.getByRole("button", { name, exact: true });
    await expect(page.locator("form[novalidate]")).not.toHaveCount(0);
    const rest = await button.boundingBox();
    await button.click({ noWaitAfter: true });
    await page.clock.runFor(1000);
    await expect(button).toHaveAttribute("aria-disabled", "true");
    expect(await button.boundingBox()).toEqual(rest);
    await button.click({ noWaitAfter: true, force: true });
    await back(page);
    await expect(button).not.toHaveAttribute("aria-disabled");
    await button.click({ noWaitAfter: true });
    await expect.poll(() => asked).toBe(2);
  }
});

test("a link that is being opened by itself, and is not, waits for its button", async ({
  page,
  address,
  person,
  inbox,
}) => {
  await person({ email: address });
  await page.goto("/login/correo");
  await page.getByLabel("Correo electrónico").fill(address);
  await page.getByRole("button", { name: "Enviar link mágico" }).click();
  await expect(page).toHaveURL("/login/correo/enviado");
  const { link } = await inbox.next(address);

  const door = "**/api/auth/callback/email";
  let asked = 0;
  await page.route(door, (route) => {
    asked += 1;
    // the first one gets no answer
    if (asked > 1) return route.continue();
  });
  await page.goto(link);
  await expect.poll(() => asked).toBe(1);
  await expect(page.getByRole("heading", { name: "Ingresando…" })).toBeVisible();
  await expect(page).toHaveTitle(/^Ingresando…/);
  await back(page);
  await expect(page.getByRole("heading", { name: "Confirma que eres tú" })).toBeVisible();
  await expect(page).toHaveTitle(/^Confirma que eres tú/);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
  await expect(page).toHaveURL("/cuenta");
});
