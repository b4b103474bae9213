import type { Locator } from "@playwright/test";
import { PASSWORD } from "@/testing/person/password";
import { expect, test } from "../support/fixtures";
import { part } from "../support/lab/account";
import { arriveAt } from "../support/lab/pages";

// What is pasted brings marks that nobody sees, and more than was meant.

/** Pastes as a person does, without asking for the clipboard of this machine. */
async function paste(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.evaluate((input, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", pasted);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    if (input.dispatchEvent(event)) document.execCommand("insertText", false, pasted);
  }, text);
}

test("a name, an address and a code are taken as they were meant", async ({
  page,
  lab,
  address,
}) => {
  await page.goto("/registro");
  const email = page.getByLabel("Correo electrónico");
  await paste(email, `Ana Díaz <${address}>`);
  await expect(email).toHaveValue(address);
  // filled in from a contact: nothing is pasted there
  await email.fill(`\u202a${address}\u202c`);
  await page.getByLabel("Nombre").fill("\u2068علی\u200cرضا\u2069\u200e");
  await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Crear cuenta" }).click();
  await expect(page).toHaveURL("/registro/enviado");
  const { id, links } = await lab.inbox.wait(address);
  await page.goto(links[0] ?? "");
  await page.getByRole("button", { name: "Confirmar correo" }).click();
  await expect(part(page, "Perfil").getByText("علی\u200cرضا", { exact: true })).toBeVisible();

  await page.context().clearCookies();
  await page.goto("/login/correo");
  await page.getByLabel("Correo electrónico").fill(`mailto:${address}`);
  await page.getByRole("button", { name: "Enviar link mágico" }).click();
  await arriveAt(page, "/login/correo/enviado");
  const { text } = await lab.inbox.wait(address, id);
  const code = /\b\d{6}\b/.exec(text)?.[0] ?? "";
  const field = page.getByLabel("Código de 6 dígitos");
  await paste(field, `\u200e${code.slice(0, 3)}\u00a0-\u00a0${code.slice(3)}\u200e`);
  await expect(field).toHaveValue(code);
  await page.getByRole("button", { name: "Ingresar con el código" }).click();
  await expect(page).toHaveURL("/cuenta");
});

test("a code that is pasted before the page's script comes is put right by it", async ({
  page,
  inbox,
  person,
}) => {
  const { email: address } = await person();
  let come = () => {};
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route("**/assets/mail.*.js", async (route) => {
    await coming;
    await route.continue();
  });
  await page.goto("/login/correo");
  await page.getByLabel("Correo electrónico").fill(address);
  await page.getByRole("button", { name: "Enviar link mágico" }).click();
  await expect(page).toHaveURL("/login/correo/enviado");
  const { code } = await inbox.next(address);
  const field = page.getByLabel("Código de 6 dígitos");
  const pasted = `Tu código es ${code.slice(0, 3)} ${code.slice(3)}.`;
  await paste(field, pasted);
  await expect(field).toHaveValue(pasted);
  come();
  await expect(field).toHaveValue(code);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  for (const [typed, sentence] of [
    ["Ana <ana@gmail.com>", "Escribe solo el correo, sin el nombre ni otros signos."],
    ["mailto:ana@gmail.com", "Escribe solo el correo, sin el nombre ni otros signos."],
    ["ana@gmail.com\u200e", "Escribe el correo de nuevo: tiene caracteres que no se ven."],
    ["ana@gmail.com,leo@gmail.com", "Escribe un solo correo."],
  ] as const)
    test(`it is said what is wrong with ${JSON.stringify(typed)}`, async ({ page, lab }) => {
      const before = (await lab.inbox.all()).length;
      await page.goto("/login/correo");
      await page.getByLabel("Correo electrónico").fill(typed);
      await page.getByRole("button", { name: "Enviar link mágico" }).click();
      await expect(page.getByText(sentence)).toBeVisible();
      expect((await lab.inbox.all()).length).toBe(before);
    });
});
