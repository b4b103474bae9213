import { PASSWORD } from "@/testing/person/password";
import { said, send, sendTo } from "./forms";
import { arrived, registered } from "./people";
import type { PageState, Stage } from "./state";

const SIGN_IN = "/api/auth/callback/credentials";
const STEP = "/login/dos-pasos";
const CODES = "/login/dos-pasos/codigo";
const PAGE = "/login/dos-pasos/recuperar";
const ASK = "/login/dos-pasos/recuperar/pedir";
const CANCEL = "/login/dos-pasos/cancelar/confirmar";

/** Switches the second step on; whoever lost the phone types no code of it. */
async function withSecondStep({ lab, address }: Stage) {
  await lab.database.sql(
    `with totp as (
       insert into "Totp" ("userId", secret, "sealedBy", "confirmedAt")
       select id, 'none', 'none', clock_timestamp() from "User" where email = $1 returning "userId", id)
     update "User" u set "totpId" = totp.id from totp where u.id = totp."userId"`,
    [address],
  );
}

/** Passes the first factor. */
async function waits(stage: Stage) {
  await registered(stage);
  await withSecondStep(stage);
  await stage.go("/login");
  await sendTo(stage.page, STEP, SIGN_IN, { email: stage.address, password: PASSWORD });
}

/** The same, at a page behind it. */
const waitsAt = (path: string) => async (stage: Stage) => {
  await waits(stage);
  await stage.go(path);
};

/** Asks there. @returns the mail that tells the owner */
export async function lostPhoneReported(stage: Stage) {
  const { lab, page, address } = stage;
  await waitsAt(PAGE)(stage);
  const known = (await lab.inbox.mails(address)).at(-1)?.id;
  await send(page, ASK);
  await page.locator(`form[action="${ASK}"]`).waitFor({ state: "detached" });
  return lab.inbox.wait(address, known);
}

/** Calls it off by the mail. @returns that mail, and the one that confirms it */
export async function calledOff(stage: Stage) {
  const mail = await lostPhoneReported(stage);
  await stage.go(mail.links[0] ?? "");
  await sendTo(stage.page, "/login", CANCEL);
  return { mail, confirmed: await stage.lab.inbox.wait(stage.address, mail.id) };
}

export const lostPhones: PageState[] = [
  { name: "second-step", path: STEP, open: waits },
  { name: "second-step-code", path: CODES, open: waitsAt(CODES) },
  { name: "lost-phone", path: PAGE, open: waitsAt(PAGE) },
  { name: "lost-phone-asked", path: PAGE, open: lostPhoneReported },
  {
    name: "lost-phone-cancel",
    path: "/login/dos-pasos/cancelar",
    open: async (stage) => stage.go((await lostPhoneReported(stage)).links[0] ?? ""),
  },
  {
    name: "lost-phone-cancelled",
    path: "/login",
    like: "login-signed-out",
    async open(stage) {
      await calledOff(stage);
      await said(stage.page, "status");
    },
  },
  {
    name: "lost-phone-cancelled-already",
    path: "/login/dos-pasos/cancelar",
    like: "address-undone-already",
    open: async (stage) => stage.go((await calledOff(stage)).mail.links[0] ?? ""),
  },
  {
    name: "account-lost-phone",
    path: "/cuenta",
    async open(stage) {
      await arrived(stage);
      await withSecondStep(stage);
      await stage.lab.database.sql(
        `insert into "LostPhone" ("userId", "totpId", device)
         select id, "totpId", 'Chrome · Windows' from "User" where email = $1`,
        [stage.address],
      );
      await stage.go("/cuenta");
    },
  },
];
