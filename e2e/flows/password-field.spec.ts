import { expect, test } from "../support/fixtures";

// What password managers and their users need of a field.

for (const [path, autocomplete] of [
  ["/login", "current-password"],
  ["/registro", "new-password"],
] as const)
  test(`${path} takes a pasted password, shows it when asked, and tells managers which one it wants`, async ({
    page,
  }) => {
    await page.goto(path);
    const field = page.getByLabel("Contraseña", { exact: true });
    await expect(field).toHaveAttribute("type", "password");
    await expect(field).toHaveAttribute("autocomplete", autocomplete);
    const pasted = `  ${"una clave pegada ".repeat(7)}`;
    await field.focus();
    await page.keyboard.insertText(pasted); // as a paste or a manager does: no key is pressed
    await expect(field).toHaveValue(pasted);
    await page.getByRole("button", { name: "Mostrar contraseña" }).click();
    await expect(field).toHaveAttribute("type", "text");
    await expect(field).toHaveValue(pasted);
  });
