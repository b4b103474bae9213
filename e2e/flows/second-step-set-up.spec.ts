import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, type Lab, test } from "../support/fixtures";
import { part } from "../support/lab/account";
import { codeOf } from "../support/lab/second-step";

const PAGE = "/cuenta/dos-pasos";
const CODE = /\b(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}\b/;
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const secret = async (page: Page) => (await page.locator("main code").textContent()) ?? "";
const codesOn = (page: Page) => page.locator("main ol code").allTextContents();

async function type(page: Page, code: string) {
  await page.getByLabel("Código de tu app").fill(code);
  await button(page, "Activar").click();
}

/** From `/cuenta` to the page of the codes. @returns them */
async function turnOn(page: Page, lab: Lab): Promise<string[]> {
  await page.goto("/cuenta");
  const card = part(page, "Autenticación en dos pasos");
  await card.getByRole("link", { name: "Configurar" }).click();
  await expect(page).toHaveURL(PAGE);
  await button(page, "Activar autenticación en dos pasos").click();
  const typed = await secret(page);
  expect(typed).toMatch(/^(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  await expect(page.getByRole("img", { name: /^Código QR/ })).toBeVisible();
  const link = await page.locator('a[href^="otpauth:"]').getAttribute("href");
  expect(new URL(link ?? "").searchParams.get("secret")).toBe(typed.replaceAll(" ", ""));

  await type(page, "000 000");
  await expect(page.getByText("Ese código no es correcto").first()).toBeVisible();
  expect(await secret(page)).toBe(typed);
  await page.reload();
  expect(await secret(page)).toBe(typed);
  const right = await codeOf(lab.database, typed);
  await type(page, `${right.slice(0, 3)} ${right.slice(3)}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Códigos de recuperación");
  return codesOn(page);
}

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("the second step is set up, its codes are shown once and saved, it is turned off", async ({
      page,
      context,
      lab,
      arrived,
      inbox,
    }) => {
      const { email: address } = await arrived();
      const codes = await turnOn(page, lab);
      expect(new Set(codes).size).toBe(10);
      for (const code of codes) expect(code).toMatch(CODE);
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Descargar" }).click(),
      ]);
      expect(file.suggestedFilename()).toBe("codigos-de-recuperacion.txt");
      const saved = await readFile(await file.path(), "utf8");
      for (const said of [...codes, address]) expect(saved).toContain(said);
      if (scripts) {
        await context.grantPermissions(["clipboard-read", "clipboard-write"]);
        await button(page, "Copiar").click();
        await expect(page.getByRole("status").filter({ hasText: "Copiados" })).toBeVisible();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(codes.join("\n"));
      } else await expect(button(page, "Copiar")).toBeHidden();
      expect((await inbox.next(address, { subject: "Activaste" })).subject).toContain("dos pasos");

      // once: neither a reload nor Back shows them again
      await page.getByRole("link", { name: "Ya los guardé" }).click();
      await expect(page).toHaveURL("/cuenta");
      await expect(part(page, "Autenticación en dos pasos")).toContainText("Activa");
      await page.goBack();
      await expect(page.getByText("Te quedan 10 códigos")).toBeVisible();
      expect(await codesOn(page)).toEqual([]);
      await button(page, "Códigos de recuperación").click();
      await expect(page.getByText("Los de antes ya no sirven")).toBeVisible();
      const others = await codesOn(page);
      expect(new Set([...codes, ...others]).size).toBe(20);
      await page.reload();
      expect(await codesOn(page)).toEqual([]);

      await button(page, "Desactivar").click();
      await expect(page.getByText("Desactivaste la autenticación en dos pasos.")).toBeVisible();
      await expect(button(page, "Activar autenticación en dos pasos")).toBeVisible();
      const left = await lab.database.sql(
        `select c."userId" from "RecoveryCode" c join "User" u on u.id = c."userId" where u.email = $1`,
        [address],
      );
      expect(left).toEqual([]);
    });
  });
