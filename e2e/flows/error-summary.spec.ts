import { expect, test } from "../support/fixtures";

// What is said on top of a form speaks of the fields that are wrong still.

test("a field that is filled in leaves the summary, and the last one stands for itself", async ({
  page,
  address,
}) => {
  await page.goto("/registro");
  await page.getByRole("button", { name: "Crear cuenta" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "Revisa" });
  await expect(summary).toContainText("Revisa 3 campos");

  await page.getByLabel("Nombre").fill("Ana");
  await expect(summary).toContainText("Revisa 2 campos");
  await expect(summary.getByRole("link")).toHaveText([
    "Escribe tu correo",
    "Escribe tu contraseña",
  ]);

  await page.getByLabel("Correo electrónico").fill(address);
  await expect(summary).toHaveCount(0);
  await expect(page.getByText("Escribe tu contraseña")).toBeVisible();
  await expect(page).toHaveTitle(/^Error: /);

  await page.getByLabel("Contraseña", { exact: true }).fill("una clave que nadie tiene");
  await expect(page.getByText("Escribe tu contraseña")).toHaveCount(0);
  await expect(page).toHaveTitle(/^Crea tu cuenta/);
});
