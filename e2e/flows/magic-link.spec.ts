import type { Page } from "@playwright/test";
import { freshAddress } from "@/testing/address";
import type { Inbox } from "@/testing/inbox/inbox";
import { expect, test } from "../support/fixtures";
import { alertOn } from "../support/lab/pages";

// The help article's third journey: "Inicia sesión utilizando solo el correo electrónico".

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("the link leads in, in the browser that asked for it", async ({
      page,
      lab,
      address,
      person,
    }) => {
      await person({ email: address });
      const link = await ask(page, lab.inbox, address);
      await page.goto(link);
      if (!scripts) await page.getByRole("button", { name: "Ingresar", exact: true }).click();
      await expect(page).toHaveURL("/cuenta");

      await page.context().clearCookies();
      await page.goto(link);
      await expect(page).toHaveURL(/\/login\/link/);
      await expect(page.getByText(/ya se us|ya fue us|utiliz/i).first()).toBeVisible();
    });

    test("another browser asks first", async ({ page, lab, address, browser, person }) => {
      await person({ email: address });
      const link = await ask(page, lab.inbox, address);
      const context = await browser.newContext({ javaScriptEnabled: scripts });
      const elsewhere = await context.newPage();
      await elsewhere.goto(link);
      await expect(elsewhere.getByText(address).first()).toBeVisible();
      await elsewhere.getByRole("button", { name: "Ingresar", exact: true }).click();
      await expect(elsewhere).toHaveURL(/\/cuenta$/);
      await context.close();
    });

    test("the code leads in too", async ({ page, lab, address, person }) => {
      await person({ email: address });
      await ask(page, lab.inbox, address);
      const { text } = await lab.inbox.wait(address);
      const code = /\b\d{3} ?\d{3}\b/.exec(text)?.[0] ?? "";
      await page.getByLabel("Código de 6 dígitos").fill(code);
      await page.getByRole("button", { name: "Ingresar con el código" }).click();
      await expect(page).toHaveURL("/cuenta");
    });

    test("an address without an account comes to register, verified", async ({
      page,
      lab,
      address,
    }) => {
      const link = await ask(page, lab.inbox, address);
      await page.goto(link);
      await expect(page).toHaveURL(/\/registro/);
      await expect(page.getByLabel("Correo electrónico")).toHaveValue(address);
      await page.getByLabel("Nombre").fill("Ana");
      await page.getByRole("button", { name: "Crear cuenta" }).click();
      await expect(page).toHaveURL("/cuenta");
    });

    test("can be sent again after 60 seconds, five times in an hour", async ({
      page,
      lab,
      address,
    }) => {
      await ask(page, lab.inbox, address);
      const again = page.getByRole("button", { name: "Reenviar link mágico" });
      if (scripts) await expect(again).toBeDisabled();
      for (let sent = 2; sent <= 5; sent += 1) {
        const { id } = await lab.inbox.wait(address);
        await lab.database.age("60 seconds");
        await page.reload();
        await again.click();
        await lab.inbox.wait(address, id);
        await expect(page).toHaveURL("/login/correo/enviado");
      }
      await expect(page.getByText("Ya enviamos 5 links mágicos")).toBeVisible();
      await expect(page.getByText("Enviamos otro link.")).toHaveCount(0);
      await lab.database.age("60 seconds");
      await page.reload();
      await expect(again).toBeDisabled();
      expect(await lab.inbox.mails(address)).toHaveLength(5);
      await expect(page.getByText(/[ap]\.\s?m\./).first()).toBeVisible();
    });

    test("is dead after half an hour, and another is one click away", async ({
      page,
      lab,
      address,
      person,
    }) => {
      await person({ email: address });
      const link = await ask(page, lab.inbox, address);
      const { id } = await lab.inbox.wait(address);
      await lab.database.age("30 minutes");
      await page.goto(link);
      await expect(page.getByLabel("Correo electrónico")).toHaveValue(address);
      await page.getByRole("button", { name: "Enviar link mágico" }).click();
      await expect(page).toHaveURL("/login/correo/enviado");
      await lab.inbox.wait(address, id);
    });

    test("a mail server that refuses is said, and nothing is counted", async ({
      page,
      lab,
      address,
    }) => {
      await lab.inbox.fault({ mode: "refuse" });
      try {
        await page.goto("/login/correo");
        await page.getByLabel("Correo electrónico").fill(address);
        await page.getByRole("button", { name: "Enviar link mágico" }).click();
        await expect(alertOn(page)).toHaveCount(1);
      } finally {
        await lab.inbox.fault({ mode: "none" });
      }
      await page.getByLabel("Correo electrónico").fill(address);
      await page.getByRole("button", { name: "Enviar link mágico" }).click();
      await expect(page).toHaveURL("/login/correo/enviado");
      await lab.inbox.wait(address);
    });
  });

test.describe("the button that opens the mail", () => {
  for (const [domain, button] of [
    ["gmail.com", "Ir a Gmail"],
    ["outlook.com", "Ir a Outlook"],
    ["ejemplo.com", "Ir a Correo"],
  ] as const)
    test(`is ${button} for ${domain}`, async ({ page, lab }) => {
      await ask(page, lab.inbox, freshAddress(domain));
      await expect(page.getByRole("link", { name: button })).toBeVisible();
    });

  for (const [device, userAgent, href] of [
    ["a computer", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0.0.0", /^mailto:$/],
    [
      "an iPhone",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Safari/604.1",
      /^message:/,
    ],
    [
      "Android",
      "Mozilla/5.0 (Linux; Android 10; K) Chrome/141.0.0.0 Mobile",
      /^intent:.*APP_EMAIL;end$/,
    ],
  ] as const)
    test.describe(() => {
      test.use({ userAgent });

      test(`comes last and opens the mail program where no inbox is known: ${device}`, async ({
        page,
        lab,
        address,
      }) => {
        await ask(page, lab.inbox, address);
        const pressed = page.locator("main").locator("form button, a").filter({ visible: true });
        const names = await pressed.allTextContents();
        expect(names.slice(0, 3)).toEqual([
          "Reenviar link mágico",
          "Ir a Correo",
          "Ingresar con el código",
        ]);
        const mail = page.getByRole("link", { name: "Ir a Correo", exact: true });
        await expect(mail).toHaveAttribute("href", href);
        await expect(mail).not.toHaveAttribute("target");
      });
    });
});

/** Walks from the sign-in page to "sent". @returns the link of the mail */
async function ask(page: Page, inbox: Inbox, address: string): Promise<string> {
  await page.goto("/login");
  await page.getByRole("button", { name: "Ingresar desde mi correo" }).click();
  await page.getByLabel("Correo electrónico").fill(address);
  const known = (await inbox.mails(address)).at(-1)?.id ?? 0;
  await page.getByRole("button", { name: "Enviar link mágico" }).click();
  await expect(page).toHaveURL("/login/correo/enviado");
  const { links } = await inbox.wait(address, known);
  return links[0] ?? "";
}
