import { PASSWORD } from "@/testing/person/password";
import { expect, test } from "../support/fixtures";
import { elsewhere } from "../support/lab/account";
import { alertOn, enter } from "../support/lab/pages";

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
  });
