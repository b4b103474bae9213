import { elsewhere } from "../support/lab/account";
import { said, send, wrongFields } from "./forms";
import { arrived, arrivedByGoogle, crowdedAt, linkGoogle, signedInElsewhere } from "./people";
import type { PageState, Stage } from "./state";

/** Signed in here and on two other devices, with some days behind them. */
async function lively(stage: Stage) {
  const { lab, address, go } = stage;
  await arrived(stage);
  await signedInElsewhere(stage, "iphone");
  await lab.database.age("3 days");
  const other = await signedInElsewhere(stage, "windows");
  await other.post("/api/auth/callback/credentials", { email: address, password: "no es esta" });
  await other.post("/api/auth/signin/email", { email: address });
  await go("/cuenta");
}

/** Sends a form of `/cuenta`, which comes back with a sentence. */
async function answered({ page }: Stage, action: string, fields: Record<string, string> = {}) {
  await send(page, action, fields);
  await said(page, "status");
}

async function rename({ page }: Stage, name: string) {
  await page.locator("details > summary").click();
  await send(page, "/cuenta/perfil/guardar", { name });
}

export const account: PageState[] = [
  { name: "account", path: "/cuenta", open: lively },
  { name: "account-crowded", path: "/cuenta", open: crowdedAt("/cuenta") },
  {
    name: "account-without-activity",
    path: "/cuenta",
    async open(stage) {
      await arrived(stage);
      await stage.lab.database.sql(`delete from "Activity" where address = $1`, [stage.address]);
      await stage.go("/cuenta");
    },
  },
  {
    name: "account-google-alone",
    path: "/cuenta",
    open: (stage) => arrivedByGoogle(stage),
  },
  {
    name: "account-google-linked",
    path: "/cuenta",
    async open(stage) {
      await arrived(stage);
      await linkGoogle(stage);
      await said(stage.page, "status");
    },
  },
  {
    name: "account-google-unlinked",
    path: "/cuenta",
    like: "account-name-saved",
    async open(stage) {
      await arrived(stage);
      await linkGoogle(stage);
      await answered(stage, "/cuenta/metodos/google/desvincular");
    },
  },
  {
    name: "account-google-taken",
    path: "/cuenta",
    async open(stage) {
      await arrived(stage);
      const email = await linkGoogle(stage);
      await stage.page.context().clearCookies();
      const other = { ...stage, address: `x${stage.address}` };
      await arrived(other);
      await linkGoogle(other, email);
      await said(stage.page);
    },
  },
  {
    name: "account-name-open",
    path: "/cuenta",
    async open(stage) {
      await arrived(stage);
      await stage.page.locator("details > summary").click();
    },
  },
  {
    name: "account-name-wrong",
    path: "/cuenta",
    async open(stage) {
      await arrived(stage);
      await rename(stage, "n".repeat(81));
      await wrongFields(stage.page, 1);
    },
  },
  {
    name: "account-name-saved",
    path: "/cuenta",
    async open(stage) {
      await arrived(stage);
      await rename(stage, "محمد الخوارزمي");
      await said(stage.page, "status");
    },
  },
  {
    name: "account-session-closed",
    path: "/cuenta",
    like: "account-name-saved",
    async open(stage) {
      await arrived(stage);
      await elsewhere(stage.lab, stage.address);
      await stage.go("/cuenta");
      await stage.page
        .locator('form[action="/cuenta/sesiones/cerrar"]')
        .last()
        .getByRole("button")
        .click();
      await said(stage.page, "status");
    },
  },
];
