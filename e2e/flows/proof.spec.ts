import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { freshAddress } from "@/testing/address";
import { PASSWORD } from "@/testing/person/password";
import { shownTo } from "@/testing/program";
import { expect, type Lab, test } from "../support/fixtures";
import { choose, part, row } from "../support/lab/account";

// Ten minutes after signing in, changing a way in needs a new proof (OWASP ASVS 7.5.1).

const CONFIRM = /\/cuenta\/confirmar\?callbackUrl=/;
const GOOGLE = { name: "Iniciar sesión con Google" };

/** Eleven minutes later, the person wants another password. */
async function wantPassword(page: Page, lab: Lab, link: "Cambiar" | "Crear") {
  await lab.database.age("11 minutes");
  await page.goto("/cuenta");
  const methods = part(page, "Métodos de inicio de sesión");
  await methods.getByRole("link", { name: link, exact: true }).click();
  await expect(page).toHaveURL(CONFIRM);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confirma que eres tú");
}

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("the password proves it, a wrong one does not", async ({ page, lab, arrived }) => {
      await arrived();
      await wantPassword(page, lab, "Cambiar");
      await expect(page.getByRole("button", GOOGLE)).toHaveCount(0);
      await page.getByLabel("Contraseña", { exact: true }).fill("no es esta");
      await page.getByRole("button", { name: "Continuar" }).click();
      await expect(page.getByText("Esa no es tu contraseña.").first()).toBeVisible();
      await expect(page).toHaveURL(CONFIRM);
      await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
      await page.getByRole("button", { name: "Continuar" }).click();
      await expect(page).toHaveURL("/cuenta/contrasena");
    });

    test("whoever has Google alone proves it by a mail: by its link, or by its code", async ({
      page,
      lab,
      signedIn,
      inbox,
    }) => {
      const email = freshAddress("gmail.com");
      await signedIn({ email, google: true });
      await wantPassword(page, lab, "Crear");
      await expect(page.getByLabel("Contraseña", { exact: true })).toHaveCount(0);
      await expect(page.getByRole("button", GOOGLE)).toHaveCount(0);
      await expect(
        page.getByText(`Te enviaremos un link mágico y un código a ${email}.`),
      ).toBeVisible();
      await page.getByRole("button", { name: "Enviar link mágico" }).click();
      await expect(page).toHaveURL("/login/correo/enviado");
      const mail = await inbox.next(email, { subject: "Tu link mágico" });
      if (scripts) await page.goto(mail.link);
      else {
        const code = /\b\d{6}\b/.exec(mail?.text ?? "")?.[0] ?? "";
        await page.getByLabel("Código de 6 dígitos").fill(code);
        await page.getByRole("button", { name: "Ingresar con el código" }).click();
      }
      await expect(page).toHaveURL("/cuenta/contrasena");
    });

    test("a fresh link proves it, and leads on", async ({ page, lab, arrived, inbox }) => {
      const { email: address } = await arrived();
      await wantPassword(page, lab, "Cambiar");
      await page.getByRole("button", { name: "Enviar link mágico" }).click();
      await expect(page).toHaveURL("/login/correo/enviado");
      const mail = await inbox.next(address, { subject: "Tu link mágico" });
      await page.goto(mail.link);
      if (!scripts) await page.getByRole("button", { name: "Ingresar", exact: true }).click();
      await expect(page).toHaveURL("/cuenta/contrasena");
    });

    test("one's own data come as JSON without a secret in it", async ({ page, arrived }) => {
      const { email: address } = await arrived({ name: "Ana" });
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Descargar mis datos" }).click(),
      ]);
      expect(file.suggestedFilename()).toBe("mis-datos.json");
      const text = await readFile(await file.path(), "utf8");
      expect(JSON.parse(text)).toMatchObject({ account: { email: address, name: "Ana" } });
      expect(text).not.toMatch(/hash|token|secret|password"?:|\$2[aby]\$/i);
      // the page is as it was: they may be wanted once more
      await page.getByLabel("Página web, para leerla").check();
      const [readable] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Descargar mis datos" }).click(),
      ]);
      expect(readable.suggestedFilename()).toBe("mis-datos.html");
      await page.reload();
      await expect(row(page, "Actividad reciente", "Descargaste tus datos")).toHaveCount(2);
    });

    test("after a new proof one's own data are a click away", async ({
      page,
      lab,
      address,
      signedIn,
    }) => {
      await signedIn({ email: address });
      await lab.database.age("11 minutes");
      await page.goto("/cuenta");
      const download = page.getByRole("button", { name: "Descargar mis datos" });
      const readable = page.getByLabel("Página web, para leerla");
      if (scripts) await readable.check();
      await download.click();
      await expect(page).toHaveURL(CONFIRM);
      await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
      await page.getByRole("button", { name: "Continuar" }).click();
      await expect(page).toHaveURL(scripts ? "/cuenta?formato=html#datos" : "/cuenta#datos");
      await expect(download).toBeInViewport();
      await expect(readable).toBeChecked({ checked: scripts });
      const [file] = await Promise.all([page.waitForEvent("download"), download.click()]);
      expect(file.suggestedFilename()).toBe(`mis-datos.${scripts ? "html" : "json"}`);
    });

    test("after a new proof, by password or by mail, what was wanted of Google is at hand", async ({
      page,
      lab,
      arrived,
      inbox,
    }) => {
      const { email: address } = await arrived();
      const email = freshAddress("otra.com");
      await lab.google.add({ email, email_verified: true, name: "Ana Díaz" });
      const want = async (name: "Vincular" | "Desvincular") => {
        await lab.database.age("11 minutes");
        await page.goto("/cuenta");
        const button = page.getByRole("button", { name, exact: true });
        await button.click();
        await expect(page).toHaveURL(CONFIRM);
        return button;
      };
      const isAtHand = async (button: Locator, said: string) => {
        await expect(page).toHaveURL("/cuenta#google");
        await expect(button).toBeFocused();
        await expect(button).toBeInViewport({ ratio: 1 });
        await expect(page.getByText(said)).toBeVisible();
      };

      const link = await want("Vincular");
      await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
      await page.getByRole("button", { name: "Continuar" }).click();
      await isAtHand(link, "Ya puedes vincular Google.");
      await link.click();
      await choose(page, email);
      await expect(page.getByText("Vinculaste Google a tu cuenta.")).toBeVisible();

      const unlink = await want("Desvincular");
      await page.getByRole("button", { name: "Enviar link mágico" }).click();
      await expect(page).toHaveURL("/login/correo/enviado");
      const mail = await inbox.next(address, { subject: "Tu link mágico" });
      await page.goto(mail.link);
      if (!scripts) await page.getByRole("button", { name: "Ingresar", exact: true }).click();
      await isAtHand(unlink, "Ya puedes desvincular Google.");
      await unlink.click();
      await expect(page.getByText("Desvinculaste Google.")).toBeVisible();

      const before = mail?.id;
      const again = await want("Vincular");
      await page.getByRole("button", { name: "Enviar link mágico" }).click();
      await expect(page).toHaveURL("/login/correo/enviado");
      const newest = await lab.inbox.wait(address, before);
      await page.getByLabel("Código de 6 dígitos").fill(/\b\d{6}\b/.exec(newest.text)?.[0] ?? "");
      await page.getByRole("button", { name: "Ingresar con el código" }).click();
      await isAtHand(again, "Ya puedes vincular Google.");
    });

    test("nothing goes without a proof", async ({ page, lab, address, signedIn }) => {
      await signedIn({ email: address });
      await lab.database.age("11 minutes");
      await page.goto("/cuenta#google");
      await page.reload();
      await expect(page.getByText("Ya puedes vincular Google.")).toHaveCount(0);
      await page.getByRole("button", { name: "Vincular", exact: true }).click();
      await expect(page).toHaveURL(CONFIRM);
      await page.goto("/cuenta/eliminar");
      await expect(page).toHaveURL(CONFIRM);
    });
  });

test("no door of the account takes a session that proved itself eleven minutes ago", async ({
  page,
  lab,
  arrived,
}) => {
  await arrived();
  await lab.database.age("11 minutes");
  const headers = { accept: "application/json", "sec-fetch-site": "same-origin" };
  const person = await shownTo(page.request);
  const doors = ["contrasena/guardar", "eliminar/confirmar", "metodos/google/desvincular", "datos"];
  for (const door of doors) {
    const form = { ...person, password: "una clave distinta y larga" };
    const response = await page.request.post(`/cuenta/${door}`, { headers, form });
    expect(response.status(), door).toBe(401);
    expect((await response.json()).url).toMatch(CONFIRM);
  }
  // Google is no proof: there is no such door
  const google = await page.request.post("/cuenta/confirmar/google", { headers });
  expect(google.status()).toBe(404);
});
