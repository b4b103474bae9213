import { PASSWORD } from "@/testing/person/password";
import { shownTo } from "@/testing/program";
import { expect, test } from "../support/fixtures";
import { elsewhere, part, row } from "../support/lab/account";
import { alertOn, enter } from "../support/lab/pages";
import { register } from "../support/lab/person";

// The signed-in home: who one is, what happened, and the end of it; where the account is open is in sessions.spec.ts.

const SESSIONS = "Sesiones abiertas";
const ACTIVITY = "Actividad reciente";
const OTHERS = { name: "Cerrar las demás sesiones", exact: true };

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("says who one is and how one came", async ({ page, person, signIn }) => {
      const ana = await person();
      await signIn(ana, "password", page);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hola, Ana");
      await expect(part(page, "Perfil")).toContainText(ana.email);
      for (const name of ["Métodos de inicio de sesión", SESSIONS, ACTIVITY])
        await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
      await expect(page.getByText("Esta sesión", { exact: true })).toHaveCount(1);
      await expect(row(page, SESSIONS, "Esta sesión")).toContainText("Contraseña");
      await expect(row(page, ACTIVITY, "Ingresaste con contraseña")).toHaveCount(1);
    });

    test("who does not know an activity closes the other sessions, and chooses another password", async ({
      page,
      lab,
      arrived,
    }) => {
      const second = await lab.second();
      const { email: address } = await arrived();
      const other = await elsewhere(lab, address);
      expect(await other.address()).toBe(address);
      await page.goto("/cuenta");
      await page.getByRole("link", { name: "¿No reconoces esta actividad?" }).click();
      await expect(page).toHaveURL("/cuenta/proteger");
      await expect(page.getByRole("heading", { level: 2 })).toHaveCount(3);

      await page.getByRole("button", OTHERS).click();
      await expect(
        page.getByRole("status").getByText("Cerramos las demás sesiones."),
      ).toBeVisible();
      await expect(page).toHaveURL("/cuenta/proteger");
      const there = await other.context.get(`${second}/api/auth/session`);
      expect([await other.address(), await there.json()]).toEqual([null, {}]);

      await page.getByRole("link", { name: "Cambiar contraseña" }).click();
      await page.getByLabel("Nueva contraseña").fill("otra clave de cuatro palabras");
      await page.getByRole("button", { name: "Guardar contraseña" }).click();
      await expect(page).toHaveURL("/cuenta");
      await expect(row(page, ACTIVITY, "Cerraste las demás sesiones")).toHaveCount(1);
      await page.getByRole("button", OTHERS).click();
      await expect(page.getByText("No tienes otras sesiones abiertas.")).toBeVisible();
      await expect(row(page, ACTIVITY, "Cerraste las demás sesiones")).toHaveCount(1);
    });

    test("another name greets, and is in the activity", async ({ page, arrived }) => {
      await arrived();
      await page.getByText("Cambiar nombre").click();
      await page.getByLabel("Nombre").fill("n".repeat(81));
      await page.getByRole("button", { name: "Guardar", exact: true }).click();
      await expect(page.getByText("Usa 80 caracteres o menos.").first()).toBeVisible();
      await expect(page.getByLabel("Nombre")).toHaveValue("n".repeat(81));

      await page.getByLabel("Nombre").fill("  محمد   الخوارزمي ");
      await page.getByRole("button", { name: "Guardar", exact: true }).click();
      await expect(page.getByText("Guardamos tu nombre.")).toBeVisible();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hola, محمد");
      await expect(row(page, ACTIVITY, "Cambiaste tu nombre")).toHaveCount(1);
    });

    test("the account can be removed, and its address is free again", async ({
      page,
      lab,
      arrived,
      inbox,
    }) => {
      const { email: address } = await arrived();
      const other = await elsewhere(lab, address);
      await page.getByRole("link", { name: "Eliminar mi cuenta" }).click();
      await expect(page.getByText("No se puede deshacer.")).toBeVisible();
      await page.getByRole("button", { name: "Eliminar mi cuenta" }).click();
      await expect(page.getByText("Eliminamos tu cuenta.")).toBeVisible();
      await inbox.next(address, { subject: "Eliminamos" });
      expect(await other.address()).toBeNull();
      await page.goto("/cuenta");
      await expect(page).toHaveURL(/\/login/);
      await enter(page, address, PASSWORD);
      await expect(alertOn(page)).toHaveCount(1);

      await lab.database.age("61 seconds");
      await page.goto("/registro");
      await page.getByLabel("Nombre").fill("Otra");
      await page.getByLabel("Correo electrónico").fill(address);
      await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
      const before = (await lab.inbox.mails(address)).at(-1)?.id;
      await page.getByRole("button", { name: "Crear cuenta" }).click();
      await expect(page).toHaveURL("/registro/enviado");
      const { links } = await lab.inbox.wait(address, before);
      await page.goto(links[0] ?? "");
      await page.getByRole("button", { name: "Confirmar correo" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hola, Otra");
    });

    test("the last way used is marked, outside of its button's name", async ({ page, arrived }) => {
      await page.goto("/login");
      await expect(page.getByText("Usado la última vez")).toHaveCount(0);
      const { email: address } = await arrived();
      await page.getByRole("button", { name: "Cerrar sesión", exact: true }).click();
      const used = page.getByRole("button", { name: "Ingresar", exact: true });
      await expect(used).toHaveAccessibleDescription("Usado la última vez");
      await expect(page.getByText("Usado la última vez")).toHaveCount(1);
      expect(await page.content()).not.toContain(address);
    });
  });

test("the activity shows the newest ten, wrong tries in a row as one, and a way to more", async ({
  page,
  lab,
  address,
}) => {
  await register(lab.app, lab.inbox, address);
  await page.goto("/login");
  await enter(page, address, PASSWORD);
  await expect(page).toHaveURL("/cuenta");
  for (const _ of [1, 2]) await elsewhere(lab, address, "no es esta");
  const other = await elsewhere(lab, address, "no es esta");
  await other.post("/api/auth/signin/email", { email: address });
  await page.reload();
  const refused = row(page, ACTIVITY, "Rechazamos una contraseña 3 veces");
  await expect(refused).toContainText("Chrome en Windows");
  await expect(row(page, ACTIVITY, "Se pidió un link mágico")).toHaveCount(1);

  const person = await shownTo(page.request);
  for (let nth = 1; nth <= 10; nth += 1)
    await page.request.post("/cuenta/perfil/guardar", {
      headers: { accept: "application/json", "sec-fetch-site": "same-origin" },
      form: { ...person, name: `Ana ${nth}` },
    });
  await page.reload();
  await expect(row(page, ACTIVITY, "Cambiaste tu nombre")).toHaveCount(10);
  await expect(part(page, ACTIVITY).getByRole("listitem")).toHaveCount(10);
  await page.getByRole("link", { name: "Ver más" }).click();
  await expect(row(page, ACTIVITY, "Creaste tu cuenta")).toHaveCount(1);
  await expect(row(page, ACTIVITY, "Cambiaste tu nombre")).toHaveCount(0);
  await page.getByRole("link", { name: "Ver lo más reciente" }).click();
  await expect(row(page, ACTIVITY, "Cambiaste tu nombre")).toHaveCount(10);
});

test("a second browser is told of by mail, the first is not, and none twice", async ({
  page,
  lab,
  address,
  person,
  inbox,
}) => {
  await person({ email: address });
  const told = async () => (await lab.inbox.mails(address)).map(({ subject }) => subject);
  await elsewhere(lab, address);
  expect(await told()).toEqual([]);
  await page.goto("/login");
  await enter(page, address, PASSWORD);
  await inbox.next(address, { subject: "dispositivo" });
  await page.getByRole("button", { name: "Cerrar sesión", exact: true }).click();
  await enter(page, address, PASSWORD);
  await expect(page).toHaveURL("/cuenta");
  // a later notice has come: an earlier one would have, too
  await page.request.post("/cuenta/contrasena/guardar", {
    headers: { accept: "application/json", "sec-fetch-site": "same-origin" },
    form: { ...(await shownTo(page.request)), password: "otra clave de cuatro palabras" },
  });
  await inbox.next(address, { subject: "contraseña" });
  expect((await told()).filter((subject) => subject.includes("dispositivo"))).toHaveLength(1);
});
