import { expect, test } from "./fixtures";
import { arrive } from "./lab/account";
import { enter } from "./lab/pages";
import { PASSWORD } from "./lab/person";

test("a session is over after seven idle days, and after thirty in any case", async ({
  page,
  lab,
  address,
}) => {
  await arrive(page, lab, address);
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
