import { PASSWORD } from "@/testing/person/password";
import { expect, test } from "../support/fixtures";
import { elsewhere } from "../support/lab/account";
import { press, type } from "../support/lab/keyboard";
import { arriveAt } from "../support/lab/pages";

// Every journey can be ended by the keyboard alone, and the focus is seen at each step.

test("signing in and out by keyboard alone", async ({ page, address, person }) => {
  await person({ email: address });
  await page.goto("/login");
  await type(page.getByLabel("Correo electrónico"), address);
  await type(page.getByLabel("Contraseña", { exact: true }), "no es esta");
  await press(page.getByRole("button", { name: "Mostrar contraseña" }));
  await press(page.getByRole("button", { name: "Ingresar", exact: true }));
  await expect(page.getByRole("alert").filter({ hasText: /./ })).toBeVisible();
  await type(page.getByLabel("Contraseña", { exact: true }), PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/cuenta");
  await press(page.getByRole("button", { name: "Cerrar sesión", exact: true }));
  await expect(page).toHaveURL("/login");
});

test("a link by mail, and its code, by keyboard alone", async ({ page, lab, address, person }) => {
  await person({ email: address });
  await page.goto("/login");
  await press(page.getByRole("button", { name: "Ingresar desde mi correo" }));
  await expect(page).toHaveURL("/login/correo");
  await type(page.getByLabel("Correo electrónico"), address);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/login/correo/enviado");
  const { text } = await lab.inbox.wait(address);
  await type(page.getByLabel("Código de 6 dígitos"), /\b\d{6}\b/.exec(text)?.[0] ?? "");
  await press(page.getByRole("button", { name: "Ingresar con el código" }));
  await expect(page).toHaveURL("/cuenta");
});

test("registering by keyboard alone, from a summary of what is missing", async ({
  page,
  address,
  inbox,
}) => {
  await page.goto("/login");
  await press(page.getByRole("link", { name: "Regístrate" }));
  await arriveAt(page, "/registro");
  await press(page.getByRole("button", { name: "Crear cuenta" }));
  await press(page.getByRole("alert").getByRole("link").first());
  await expect(page.getByLabel("Nombre")).toBeFocused();
  await type(page.getByLabel("Nombre"), "Ana");
  await type(page.getByLabel("Correo electrónico"), address);
  await type(page.getByLabel("Contraseña", { exact: true }), PASSWORD);
  await press(page.getByRole("button", { name: "Crear cuenta" }));
  await expect(page).toHaveURL("/registro/enviado");
  const { link } = await inbox.next(address);
  await page.goto(link);
  await press(page.getByRole("button", { name: "Confirmar correo" }));
  await expect(page).toHaveURL("/cuenta");
});

test("a new password by keyboard alone", async ({ page, address, person, inbox }) => {
  await person({ email: address });
  await page.goto("/login");
  await press(page.getByRole("link", { name: "¿Olvidaste tu contraseña?" }));
  await expect(page).toHaveURL("/recuperar");
  await type(page.getByLabel("Correo electrónico"), address);
  await press(page.getByRole("button", { name: "Enviar instrucciones" }));
  await expect(page).toHaveURL("/recuperar/enviado");
  const { link } = await inbox.next(address);
  await page.goto(link);
  await type(page.getByLabel("Nueva contraseña"), `${PASSWORD} y nueva`);
  await press(page.getByRole("button", { name: "Guardar contraseña" }));
  await expect(page).toHaveURL(/\/(cuenta|login)$/);
});

test.describe("on a small screen", () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test("another name and a closed session by keyboard alone", async ({ page, lab, arrived }) => {
    const { email: address } = await arrived();
    await elsewhere(lab, address);
    await page.reload();
    await press(page.getByText("Cambiar nombre"));
    await type(page.getByLabel("Nombre"), "Luisa");
    await press(page.getByRole("button", { name: "Guardar", exact: true }));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hola, Luisa");
    await press(page.getByRole("button", { name: "Cerrar", exact: true }).last());
    await expect(page.getByText("Cerramos esa sesión.")).toBeVisible();
  });
});
