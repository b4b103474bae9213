import { expect } from "@playwright/test";
import { said, send, sendTo, wrongFields } from "./forms";
import { arrived, arrivedAt, arrivedByGoogle, crowdedAt } from "./people";
import type { PageState, Stage } from "./state";

const ANOTHER = "una clave distinta y larga";

/** Eleven minutes after signing in. */
async function confirming({ lab, go }: Stage) {
  await lab.database.age("11 minutes");
  await go("/cuenta/confirmar?callbackUrl=/cuenta/contrasena");
}

/** The pages to which `/cuenta` leads. */
export const accountTasks: PageState[] = [
  {
    name: "account-confirm",
    path: "/cuenta/confirmar",
    async open(stage) {
      await crowdedAt("/cuenta")(stage);
      await confirming(stage);
    },
  },
  {
    name: "account-confirm-wrong",
    path: "/cuenta/confirmar",
    async open(stage) {
      await arrived(stage);
      await confirming(stage);
      await send(stage.page, "/cuenta/confirmar/contrasena", { password: ANOTHER });
      await wrongFields(stage.page, 1);
    },
  },
  {
    name: "account-confirm-by-mail",
    path: "/cuenta/confirmar",
    async open(stage) {
      await arrivedByGoogle(stage);
      await confirming(stage);
    },
  },
  {
    name: "account-password",
    path: "/cuenta/contrasena",
    open: crowdedAt("/cuenta/contrasena"),
  },
  {
    name: "account-password-short",
    path: "/cuenta/contrasena",
    async open(stage) {
      await arrivedAt("/cuenta/contrasena")(stage);
      await send(stage.page, "/cuenta/contrasena/guardar", { password: "corta" });
      await wrongFields(stage.page, 1);
    },
  },
  {
    name: "account-password-first",
    path: "/cuenta/contrasena",
    like: "account-password",
    async open(stage) {
      await arrivedByGoogle(stage);
      await stage.go("/cuenta/contrasena");
    },
  },
  {
    name: "account-password-saved",
    path: "/cuenta",
    like: "account-name-saved",
    async open(stage) {
      await arrivedAt("/cuenta/contrasena")(stage);
      await sendTo(stage.page, "/cuenta", "/cuenta/contrasena/guardar", { password: ANOTHER });
      await said(stage.page, "status");
    },
  },
  {
    name: "account-close-all",
    path: "/cuenta/sesiones",
    open: crowdedAt("/cuenta/sesiones"),
  },
  {
    name: "account-close-all-asked",
    path: "/cuenta",
    async open(stage) {
      await crowdedAt("/cuenta")(stage);
      await stage.page
        .locator('form[action="/cuenta/sesiones/cerrar-todas"] button')
        .first()
        .click();
      await expect(stage.page.locator("dialog[open]")).toBeVisible();
    },
  },
  {
    name: "account-protect",
    path: "/cuenta/proteger",
    open: crowdedAt("/cuenta/proteger"),
  },
  {
    name: "account-remove",
    path: "/cuenta/eliminar",
    open: crowdedAt("/cuenta/eliminar"),
  },
  {
    name: "login-all-closed",
    path: "/login",
    like: "login-signed-out",
    async open(stage) {
      await arrivedAt("/cuenta/sesiones")(stage);
      await sendTo(stage.page, "/login", "/cuenta/sesiones/cerrar-todas");
      await said(stage.page, "status");
    },
  },
  {
    name: "login-removed",
    path: "/login",
    like: "login-signed-out",
    async open(stage) {
      await arrivedAt("/cuenta/eliminar")(stage);
      await sendTo(stage.page, "/login", "/cuenta/eliminar/confirmar");
      await said(stage.page, "status");
    },
  },
];
