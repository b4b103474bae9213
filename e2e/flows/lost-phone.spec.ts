import { PASSWORD } from "@/testing/person/password";
import { calledOff } from "../states/lost-phone";
import { expect, test } from "../states/open";
import { enter } from "../support/lab/pages";

// Whoever lost the phone: asks, waits a day, and is in; or the owner says no.

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("the second step is off a day after it was asked for, and an owner calls it off before", async ({
      page,
      lab,
      address,
      stage,
    }) => {
      const { mail, confirmed } = await calledOff(stage);
      await expect(page.getByText("Cancelamos la recuperación").first()).toBeVisible();
      await page.goto(mail.links[0] ?? "");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Esta recuperación ya se canceló",
      );
      expect(mail.html).toContain("Cancelar recuperación");

      await page.goto("/login");
      await enter(page, address, PASSWORD);
      await page.getByRole("link", { name: "¿Perdiste tu teléfono?" }).click();
      await page.getByRole("button", { name: "Pedir recuperación" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Recuperación pedida");
      await lab.inbox.wait(address, confirmed.id);
      await lab.database.age("24 hours");
      await page.goto("/login");
      await enter(page, address, PASSWORD);
      await expect(page).toHaveURL("/cuenta");
      await expect(page.getByText("Desactivamos la autenticación en dos pasos")).toBeVisible();
    });
  });
