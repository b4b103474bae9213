import type { Page } from "@playwright/test";
import { PASSWORD } from "@/testing/person/password";
import { expect, test } from "../support/fixtures";

// Between a form that asks for a mail and the page that says that it was sent.

type Form = { path: string; fill?: (page: Page) => Promise<void>; button: string; sent: string };

const FORMS: Form[] = [
  { path: "/login/correo", button: "Enviar link mágico", sent: "/login/correo/enviado" },
  {
    path: "/registro",
    fill: async (page) => {
      await page.getByLabel("Nombre").fill("Ana Díaz");
      await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
    },
    button: "Crear cuenta",
    sent: "/registro/enviado",
  },
  { path: "/recuperar", button: "Enviar instrucciones", sent: "/recuperar/enviado" },
];

async function ask(page: Page, { path, fill, button }: Form, address: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("form[novalidate]")).toHaveCount(1);
  await fill?.(page);
  await page.getByLabel("Correo electrónico").fill(address);
  await page.getByRole("button", { name: button }).click();
}

const DOOR = /\/(signin\/email|crear|enviar)$/;

for (const form of FORMS)
  test(`${form.path}: a link opens that is opened before the answer has come`, async ({
    page,
    lab,
    address,
  }) => {
    let answer = () => {};
    const opening = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(DOOR, async (route) => {
      const response = await route.fetch();
      await opening;
      await route.fulfill({ response });
    });
    await ask(page, form, address);
    const { links } = await lab.inbox.wait(address);
    const link = new URL(links[0] ?? "");
    // the answer overtakes the page of the link, by as long as that one takes to be made
    await page.route(link.href, async (route) => {
      const answered = page.waitForResponse(DOOR);
      answer();
      await (await answered).finished();
      await route.fulfill({ response: await route.fetch() });
    });
    await page.goto(link.href);
    await expect(page).toHaveURL(new RegExp(`${link.pathname}(\\?|$)`));
  });

test("the button that sends again works by itself once the seconds are over", async ({
  page,
  lab,
  address,
}) => {
  await page.clock.install();
  await ask(page, FORMS[0] as Form, address);
  await expect(page).toHaveURL("/login/correo/enviado");
  const { id } = await lab.inbox.wait(address);
  const again = page.getByRole("button", { name: "Reenviar link mágico" });
  await expect(again).toBeDisabled();
  await page.clock.fastForward("00:50");
  await expect(again).toBeDisabled();
  await lab.database.age("60 seconds");
  await page.clock.fastForward("00:10");
  await again.click();
  await lab.inbox.wait(address, id);
});

test("whoever meant to leave, and stays, sends the form as before", async ({ page, address }) => {
  const [form] = FORMS;
  if (!form) throw new Error("no form");
  // an address that answers with nothing leaves the page where it is
  await page.route("**/nada", (route) => route.fulfill({ status: 204 }));
  let answer = () => {};
  const leaving = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(DOOR, async (route) => {
    const response = await route.fetch();
    await leaving;
    await route.fulfill({ response });
  });
  await ask(page, form, address);
  const nothing = page.waitForResponse("**/nada");
  await page.evaluate(() => location.assign("/nada"));
  await nothing;
  const button = page.getByRole("button", { name: form.button });
  await expect(button).toHaveAttribute("aria-disabled", "true");
  answer();
  await expect(button).not.toHaveAttribute("aria-disabled", "true");
  await button.click();
  await expect(page).toHaveURL(form.sent);
});
