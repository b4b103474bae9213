import type { Page } from "@playwright/test";
import { freshAddress } from "@/testing/address";
import { PASSWORD } from "@/testing/person/password";
import { expect, test } from "../support/fixtures";
import { another, elsewhere, part } from "../support/lab/account";
import { alertOn, enter } from "../support/lab/pages";

// Another address for one's account: asked for, confirmed from its mailbox, undone from the old one.

const CHANGE = { name: "Cambiar correo" };
const CONFIRM = { name: "Confirmar correo" };
const UNDO = { name: "Deshacer el cambio" };

async function ask(page: Page, address: string): Promise<void> {
  await page.goto("/cuenta/correo");
  await page.getByLabel("Correo electrónico").fill(address);
  await page.getByRole("button", CHANGE).click();
}

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("the address is changed from /cuenta, and the old mailbox takes it back", async ({
      page,
      browser,
      lab,
      arrived,
      inbox,
    }) => {
      const to = freshAddress("gmail.com");
      const { email: address } = await arrived();
      const other = await elsewhere(lab, address);
      await part(page, "Perfil").getByRole("link", CHANGE).click();
      await expect(page).toHaveURL("/cuenta/correo");
      await expect(page.getByText(address).first()).toBeVisible();

      const field = page.getByLabel("Correo electrónico");
      await field.fill(address);
      await page.getByRole("button", CHANGE).click();
      await expect(page.getByText("Ese ya es el correo de tu cuenta.").first()).toBeVisible();
      await expect(field).toHaveValue(address);
      await field.fill(to);
      await page.getByRole("button", CHANGE).click();
      await expect(page).toHaveURL("/cuenta/correo/enviado");
      await expect(page.getByText(to).first()).toBeVisible();
      await expect(page.getByRole("link", { name: "Ir a Gmail" })).toBeVisible();
      await expect(page.getByRole("button", { name: "Reenviar link" })).toBeDisabled();

      const { link } = await inbox.next(to);
      for (const method of ["get", "head"] as const) await page.request[method](link);
      await page.goto(link);
      await expect(page.getByText(address)).toBeVisible();
      await expect(page.getByText(to)).toBeVisible();
      await page.getByRole("button", CONFIRM).click();
      await expect(page).toHaveURL("/cuenta");
      await expect(page.getByText(`ahora la cuenta ingresa con ${to}`)).toBeVisible();
      await expect(part(page, "Perfil").getByText(to)).toBeVisible();
      await expect(part(page, "Actividad reciente")).toContainText("Cambiaste tu correo");
      expect(await other.address()).toBe(to);
      await page.goto(link);
      await expect(page).toHaveURL("/cuenta");

      const { link: undo } = await inbox.next(address, { subject: "correo de tu cuenta" });
      await another(browser, async (owners) => {
        await owners.goto(undo);
        await expect(owners.getByText(address)).toBeVisible();
        expect(await other.address()).toBe(to);
        await owners.getByRole("button", UNDO).click();
        await expect(owners).toHaveURL(/\/login$/);
        await expect(owners.getByText("Deshicimos el cambio")).toBeVisible();
        await enter(owners, address, PASSWORD);
        await expect(owners).toHaveURL(/\/cuenta$/);
        await owners.goto(undo);
        await expect(owners.getByRole("heading", { level: 1 })).toHaveText(
          "Este cambio de correo ya se deshizo",
        );
      });
      expect(await other.address()).toBeNull();
      await page.goto("/cuenta");
      await expect(page).toHaveURL(/\/login\?callbackUrl=/);
      for (const mailbox of [address, to])
        await inbox.next(mailbox, { subject: "Deshicimos el cambio de correo" });
    });
  });

test("a mail read on a phone confirms it there, where nobody is signed in by it", async ({
  page,
  browser,
  arrived,
  inbox,
}) => {
  const to = freshAddress();
  const { email: address } = await arrived();
  await ask(page, to);
  const { link } = await inbox.next(to);
  await another(browser, async (phone) => {
    await phone.goto(link);
    await expect(phone).toHaveURL(/\/cuenta\/correo\/confirmar$/);
    await expect(phone.getByText(address)).toBeVisible();
    await expect(phone.getByText("El cambio se pidió")).toBeVisible();
    await phone.getByRole("button", CONFIRM).click();
    await expect(phone).toHaveURL(/\/login$/);
    await expect(phone.getByText(`ahora la cuenta ingresa con ${to}`)).toBeVisible();
    await phone.goto(link);
    await expect(phone.getByRole("heading", { level: 1 })).toHaveText(
      "Este link para cambiar el correo ya se usó",
    );
  });
  await page.goto("/cuenta");
  await expect(part(page, "Perfil").getByText(to)).toBeVisible();
});

test("a proof older than ten minutes is asked for anew, and leads on", async ({
  page,
  lab,
  address,
  signedIn,
}) => {
  await signedIn({ email: address });
  await lab.database.age("11 minutes");
  await page.goto("/cuenta/correo");
  await expect(page).toHaveURL(/\/cuenta\/confirmar\?callbackUrl=\/cuenta\/correo$/);
  await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Continuar" }).click();
  await expect(page).toHaveURL("/cuenta/correo");
});

test("a dead link says which it is, and another one is asked for with its address filled in", async ({
  page,
  lab,
  arrived,
  inbox,
}) => {
  const to = freshAddress();
  await arrived();
  await ask(page, to);
  const { link } = await inbox.next(to);
  await lab.database.age("31 minutes");
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Este link para cambiar el correo ya venció",
  );
  await expect(page.getByLabel("Correo electrónico")).toHaveValue(to);
  // it is the proof that is too old by now
  await page.getByRole("button", CHANGE).click();
  await expect(page).toHaveURL(/\/cuenta\/confirmar/);
});

test("a link is sent again from the sent page once its minute is over", async ({
  page,
  lab,
  inbox,
  arrived,
}) => {
  const to = freshAddress();
  await arrived();
  await ask(page, to);
  await expect(page).toHaveURL("/cuenta/correo/enviado");
  await inbox.next(to);
  await lab.database.age("61 seconds");
  await page.reload();
  await page.getByRole("button", { name: "Reenviar link" }).click();
  await expect(page.getByText("Enviamos otro link.").first()).toBeVisible();
  await inbox.next(to);
  await ask(page, freshAddress());
  await expect(page).toHaveURL("/cuenta/correo");
  await expect(alertOn(page)).toContainText("Podrás reenviarlo en");
});

test("whoever asks for a link at the address they left is told, and undoes it from there", async ({
  page,
  browser,
  lab,
  address,
  inbox,
  signedIn,
}) => {
  const to = freshAddress();
  await signedIn({ email: address });
  await ask(page, to);
  await page.goto((await inbox.next(to)).link);
  await page.getByRole("button", CONFIRM).click();
  await expect(page).toHaveURL("/cuenta");
  await another(browser, async (owners) => {
    await owners.goto("/login/correo");
    await owners.getByLabel("Correo electrónico").fill(address);
    await owners.getByRole("button", { name: "Enviar link mágico" }).click();
    await expect(owners).toHaveURL(/\/login\/correo\/enviado$/);
    await owners.goto((await inbox.next(address, { subject: "tiene otro correo" })).link);
    await owners.getByRole("button", UNDO).click();
    await expect(owners).toHaveURL(/\/login$/);
  });
  const [owner] = await lab.database.sql(`select email from "User" where email = $1`, [address]);
  expect(owner).toEqual({ email: address });
});
