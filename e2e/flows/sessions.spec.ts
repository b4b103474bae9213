import type { Page } from "@playwright/test";
import { DEMO } from "@/local/demo/accounts";
import { PASSWORD } from "@/testing/person/password";
import { expect, test } from "../support/fixtures";
import { elsewhere, part, row } from "../support/lab/account";
import { alertOn, enter } from "../support/lab/pages";

const SESSIONS = "Sesiones abiertas";
const ACTIVITY = "Actividad reciente";
const ALL = { name: "Cerrar todas las sesiones", exact: true };

test("a session is over after seven idle days, and after thirty in any case", async ({
  page,
  lab,
  arrived,
}) => {
  const { email: address } = await arrived();
  for (let week = 0; week < 4; week += 1) {
    await lab.database.age("6 days 23 hours");
    await page.goto("/cuenta");
    await expect(page).toHaveURL("/cuenta");
  }
  await lab.database.age("3 days");
  await page.goto("/cuenta");
  await expect(page).toHaveURL(/\/login\?callbackUrl=/);

  await enter(page, address, PASSWORD);
  await expect(page).toHaveURL("/cuenta");
  await lab.database.age("7 days");
  await page.goto("/cuenta");
  await expect(page).toHaveURL(/\/login/);
});

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("one that was ended elsewhere is explained where one signs in again", async ({
      page,
      lab,
      arrived,
    }) => {
      const explained = page
        .getByRole("status")
        .filter({ hasText: "Tu sesión terminó. Ingresa de nuevo para continuar." });
      await page.goto("/cuenta");
      await expect(explained).toHaveCount(0);

      const { email: address } = await arrived();
      await (await elsewhere(lab, address)).postOwn("/cuenta/sesiones/cerrar-todas");
      await page.goto("/cuenta");
      await expect(page).toHaveURL("/login?callbackUrl=/cuenta");
      await expect(explained).toBeVisible();
      await expect(alertOn(page)).toHaveCount(0);

      await enter(page, address, "no es esta");
      await expect(alertOn(page)).toHaveCount(1);
      await expect(explained).toHaveCount(0);

      await enter(page, address, PASSWORD);
      await expect(page).toHaveURL("/cuenta");
      await page.getByRole("button", { name: "Cerrar sesión", exact: true }).click();
      await expect(page.getByText("Cerraste sesión.")).toBeVisible();
      await expect(explained).toHaveCount(0);
    });

    test("one session ends on its very next request, in every process", async ({
      page,
      lab,
      arrived,
    }) => {
      const second = await lab.second();
      const { email: address } = await arrived();
      const other = await elsewhere(lab, address);
      expect(await other.address()).toBe(address);
      await page.reload();
      const rows = part(page, SESSIONS).getByRole("listitem");
      await expect(rows.getByRole("button", { name: "Cerrar", exact: true })).toHaveCount(
        await rows.count(),
      );

      const closing = row(page, SESSIONS, "Chrome en Windows").getByRole("button");
      await expect(closing).toHaveAccessibleDescription(
        /^Chrome en Windows Contraseña Abierta .+ último uso /,
      );
      await closing.click();
      await expect(page.getByText("Cerramos esa sesión.")).toBeVisible();
      await expect(row(page, SESSIONS, "Chrome en Windows")).toHaveCount(0);
      expect(await other.address()).toBeNull();
      const there = await other.context.get(`${second}/api/auth/session`);
      expect(await there.json()).toEqual({});
      await expect(row(page, ACTIVITY, "Cerraste una sesión")).toHaveCount(1);
    });

    test("all sessions end after a question, this one too", async ({ page, lab, arrived }) => {
      const { email: address } = await arrived();
      const other = await elsewhere(lab, address);
      const close = page.getByRole("button", ALL);
      await close.click();
      if (scripts) await saysNo(page);
      else {
        await expect(page).toHaveURL("/cuenta/sesiones");
        await page.getByRole("link", { name: "Cancelar" }).click();
        await expect(page).toHaveURL("/cuenta#sesiones");
      }
      expect(await other.address()).toBe(address);

      await close.click();
      const question = page.getByText("también en este", { exact: false });
      await expect(question.filter({ visible: true })).toHaveCount(1);
      // one button of that name: what stands behind the question is out of reach
      await close.click();
      await expect(page.getByText("Cerramos todas tus sesiones.")).toBeVisible();
      await expect(page).toHaveURL("/login");
      expect(await other.address()).toBeNull();
      await page.goto("/cuenta");
      await expect(page).toHaveURL(/\/login\?callbackUrl=/);
    });
  });

test("a program closes all sessions at once", async ({ lab, address, person }) => {
  await person({ email: address });
  const one = await elsewhere(lab, address);
  const other = await elsewhere(lab, address);
  const response = await one.postOwn("/cuenta/sesiones/cerrar-todas");
  expect(response.status()).toBe(200);
  expect([await one.address(), await other.address()]).toEqual([null, null]);
});

test("nobody ends somebody else's session", async ({ lab, address, person }) => {
  await person({ email: address });
  const owner = await elsewhere(lab, address);
  const stranger = await elsewhere(lab, DEMO.email, DEMO.password);
  const rows = await lab.database.sql<{ id: string }>(
    `SELECT s.id FROM "Session" s JOIN "User" u ON u.id = s."userId" WHERE u.email = $1`,
    [address],
  );
  for (const { id } of rows) await stranger.postOwn("/cuenta/sesiones/cerrar", { session: id });
  expect(await owner.address()).toBe(address);
});

/** Answers the open question with no, by each of its ways: nothing happens, and the keyboard is where it was. */
async function saysNo(page: Page) {
  const question = page.getByRole("dialog", { name: "¿Cerrar todas las sesiones?" });
  const cancel = question.getByRole("button", { name: "Cancelar" });
  const close = page.getByRole("button", ALL);
  await expect(question).toHaveAccessibleDescription(/también en este/);
  await expect(cancel).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(close).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(cancel).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  await expect(close).toBeFocused();
}
