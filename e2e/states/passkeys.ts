import { expect } from "@playwright/test";
import { Authenticator } from "@/testing/authenticator";
import { givePasskeys, SEVERAL } from "../support/lab/passkeys";
import { said, send, sendTo, wrongFields } from "./forms";
import { arrived, arrivedAt } from "./people";
import type { PageState, Stage } from "./state";

const PAGE = "/cuenta/llaves";

/** Somebody with some passkeys. @returns the id of the first */
async function owner(stage: Stage): Promise<string> {
  const { lab, address } = stage;
  await arrived(stage);
  const [first = ""] = await givePasskeys(lab, address, SEVERAL);
  await lab.database.sql(`update "Passkey" set "lastUsedAt" = "createdAt" where id = $1`, [first]);
  return first;
}

export const passkeys: PageState[] = [
  {
    name: "passkeys",
    path: PAGE,
    async open(stage) {
      await owner(stage);
      await stage.go(PAGE);
    },
  },
  {
    name: "passkeys-none",
    path: PAGE,
    async open(stage) {
      await arrivedAt(PAGE)(stage);
    },
  },
  {
    name: "passkeys-without-scripts",
    path: PAGE,
    browser: "without scripts",
    like: "passkeys",
    async open(stage) {
      await owner(stage);
      await stage.go(PAGE);
    },
  },
  {
    name: "passkeys-added",
    path: PAGE,
    async open(stage) {
      await arrived(stage);
      await Authenticator.at(stage.page);
      await stage.go(PAGE);
      await sendTo(stage.page, PAGE, "/cuenta/llaves/agregar");
      await said(stage.page, "status");
    },
  },
  {
    name: "passkeys-rename",
    path: PAGE,
    async open(stage) {
      await stage.go(`${PAGE}?nombrar=${await owner(stage)}`);
    },
  },
  {
    name: "passkeys-rename-wrong",
    path: PAGE,
    async open(stage) {
      await stage.go(`${PAGE}?nombrar=${await owner(stage)}`);
      await send(stage.page, "/cuenta/llaves/nombrar", { name: "n".repeat(81) });
      await wrongFields(stage.page, 1);
    },
  },
  {
    name: "account-passkey-offer",
    path: "/cuenta",
    async open(stage) {
      await arrived(stage);
      await stage.lab.database.sql(
        `update "Session" set method = 'email' where "userId" = (select id from "User" where email = $1)`,
        [stage.address],
      );
      await Authenticator.at(stage.page);
      await stage.go("/cuenta");
      await expect(stage.page.locator("[data-passkey=offer]")).toBeVisible();
    },
  },
  {
    name: "account-confirm-passkey",
    path: "/cuenta/confirmar",
    async open(stage) {
      await owner(stage);
      await stage.lab.database.age("11 minutes");
      await stage.go("/cuenta/confirmar?callbackUrl=/cuenta/contrasena");
    },
  },
];
