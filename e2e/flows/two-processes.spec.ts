import { PASSWORD } from "@/testing/person/password";
import { expect, test } from "../support/fixtures";
import { enter } from "../support/lab/pages";

// Two processes on one database behave as one.

test("who signs in at one is signed in at the other, and out of both", async ({
  page,
  lab,
  address,
  person,
}) => {
  const second = await lab.second();
  await person({ email: address });
  await page.goto("/login");
  await enter(page, address, PASSWORD);
  await expect(page).toHaveURL("/cuenta");

  await page.goto(`${second}/cuenta`);
  await expect(page.getByText(address).first()).toBeVisible();
  await page.getByRole("button", { name: "Cerrar sesión", exact: true }).click();
  await expect(page).toHaveURL(/\/login/);
  await page.goto("/cuenta");
  await expect(page).toHaveURL(/\/login/);
});
