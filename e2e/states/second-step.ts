import { expect } from "@playwright/test";
import { codeOf } from "../support/lab/second-step";
import { said, send, sendTo, wrongFields } from "./forms";
import { arrivedAt } from "./people";
import type { PageState, Stage } from "./state";

const PAGE = "/cuenta/dos-pasos";

async function begun(stage: Stage) {
  await arrivedAt(PAGE)(stage);
  await send(stage.page, `${PAGE}/empezar`);
  await stage.page.getByRole("img").waitFor();
  await stage.alive();
}

async function activated(stage: Stage) {
  await begun(stage);
  const { page, lab } = stage;
  const typed = (await page.locator("main code").textContent()) ?? "";
  await send(page, `${PAGE}/activar`, { code: await codeOf(lab.database, typed) });
  await page.locator("[data-once]").first().waitFor();
  await stage.alive();
}

async function on({ address, signedIn, go }: Stage) {
  await signedIn({ email: address, password: true, secondStep: true });
  await go(PAGE);
}

/** Where the second step is turned on and off. */
export const secondStep: PageState[] = [
  {
    name: "second-step-off",
    path: PAGE,
    async open(stage) {
      await arrivedAt(PAGE)(stage);
    },
  },
  { name: "second-step-begun", path: PAGE, open: begun },
  {
    name: "second-step-code-wrong",
    path: PAGE,
    async open(stage) {
      await begun(stage);
      await send(stage.page, `${PAGE}/activar`, { code: "000000" });
      await wrongFields(stage.page, 1);
    },
  },
  { name: "second-step-codes", path: PAGE, open: activated },
  {
    name: "second-step-on",
    path: PAGE,
    async open(stage) {
      await on(stage);
      const { lab, address, go } = stage;
      await lab.database.sql(
        `insert into "TrustedDevice" ("userId", "totpId", "tokenHash", device, expires)
         select id, "totpId", id::text, 'Chrome en Windows', clock_timestamp() + interval '30 days'
         from "User" where email = $1`,
        [address],
      );
      await go(PAGE);
    },
  },
  {
    name: "second-step-few-codes",
    path: PAGE,
    async open(stage) {
      await on(stage);
      const { lab, address, go } = stage;
      await lab.database.sql(
        `delete from "RecoveryCode" c using "User" u where u.id = c."userId" and u.email = $1`,
        [address],
      );
      await go(PAGE);
    },
  },
  {
    name: "second-step-turned-off",
    path: PAGE,
    like: "second-step-off",
    async open(stage) {
      await on(stage);
      await sendTo(stage.page, PAGE, `${PAGE}/desactivar`);
      await said(stage.page, "status");
    },
  },
  {
    name: "account-second-step-on",
    path: "/cuenta",
    async open(stage) {
      await on(stage);
      await stage.go("/cuenta");
      await expect(stage.page.locator("#dos-pasos time")).toBeVisible();
    },
  },
];
