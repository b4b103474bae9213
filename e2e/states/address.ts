import { freshAddress } from "@/testing/address";
import { said, send, sendTo, wrongFields } from "./forms";
import { arrivedAt } from "./people";
import type { PageState, Stage } from "./state";

const ASK = "/cuenta/correo/enviar";
const CONFIRM = "/cuenta/correo/confirmar/guardar";
const UNDO = "/cuenta/correo/deshacer/guardar";

/** Asks for another address of one's own. @returns it, and the link of its mail */
export async function askedToChange(stage: Stage, to = freshAddress()) {
  await arrivedAt("/cuenta/correo")(stage);
  await sendTo(stage.page, "/cuenta/correo/enviado", ASK, { email: to });
  const mail = await stage.lab.inbox.wait(to);
  return { to, mail, link: mail.links[0] ?? "" };
}

/** Changes it. @returns the new address, and the mail to the old one */
export async function changed(stage: Stage) {
  const { page, lab, address, go } = stage;
  const { to, link, mail: asked } = await askedToChange(stage);
  const known = (await lab.inbox.mails(address)).at(-1)?.id;
  await go(link);
  await sendTo(page, "/cuenta", CONFIRM);
  return { to, link, asked, notice: await lab.inbox.wait(address, known) };
}

/** Changes it, and takes it back. @returns the new address, and the mail to the old one */
export async function undone(stage: Stage) {
  const { to, notice } = await changed(stage);
  await stage.go(notice.links[0] ?? "");
  await sendTo(stage.page, "/login", UNDO);
  return { to, notice: await stage.lab.inbox.wait(stage.address, notice.id), undo: notice };
}

/** Somebody's account at an address. */
export const taken = async ({ person }: Stage) => (await person()).email;

export const address: PageState[] = [
  {
    name: "address-change",
    path: "/cuenta/correo",
    open: arrivedAt("/cuenta/correo"),
  },
  {
    name: "address-change-own",
    path: "/cuenta/correo",
    async open(stage) {
      await arrivedAt("/cuenta/correo")(stage);
      await send(stage.page, ASK, { email: stage.address });
      await wrongFields(stage.page, 1);
    },
  },
  {
    name: "address-change-sent",
    path: "/cuenta/correo/enviado",
    open: (stage) => askedToChange(stage),
  },
  {
    name: "address-change-confirm",
    path: "/cuenta/correo/confirmar",
    open: async (stage) => stage.go((await askedToChange(stage)).link),
  },
  {
    name: "address-change-expired",
    path: "/cuenta/correo/confirmar",
    async open(stage) {
      const { link } = await askedToChange(stage);
      await stage.lab.database.age("31 minutes");
      await stage.go(link);
    },
  },
  {
    name: "address-change-expired-elsewhere",
    path: "/cuenta/correo/confirmar",
    async open(stage) {
      const { link } = await askedToChange(stage);
      await stage.lab.database.age("31 minutes");
      await stage.page.context().clearCookies();
      await stage.go(link);
    },
  },
  {
    name: "address-changed",
    path: "/cuenta",
    like: "account-name-saved",
    async open(stage) {
      await changed(stage);
      await said(stage.page, "status");
    },
  },
  {
    name: "address-undo",
    path: "/cuenta/correo/deshacer",
    open: async (stage) => stage.go((await changed(stage)).notice.links[0] ?? ""),
  },
  {
    name: "address-undone",
    path: "/login",
    like: "login-signed-out",
    async open(stage) {
      await undone(stage);
      await said(stage.page, "status");
    },
  },
  {
    name: "address-undone-already",
    path: "/cuenta/correo/deshacer",
    open: async (stage) => stage.go((await undone(stage)).undo.links[0] ?? ""),
  },
];
