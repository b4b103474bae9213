import { freshAddress } from "@/testing/address";
import { PASSWORD } from "@/testing/person/password";
import { send, sendTo, wrongFields } from "./forms";
import { askedElsewhere, askedForLink, registered } from "./people";
import type { PageState, Stage } from "./state";

const CREATE = "/registro/crear";

async function register({ page, address, go }: Stage, password: string) {
  await go("/registro");
  await send(page, CREATE, { name: "Ana Díaz", email: address, password });
}

/** @returns the link of the verification mail */
async function registerWell(stage: Stage): Promise<string> {
  await register(stage, PASSWORD);
  await stage.page.waitForURL((url) => url.pathname === "/registro/enviado");
  return (await stage.lab.inbox.wait(stage.address)).links[0] ?? "";
}

export const registration: PageState[] = [
  { name: "register", path: "/registro", open: ({ go }) => go("/registro") },
  {
    name: "register-empty",
    path: "/registro",
    async open({ page, go }) {
      await go("/registro");
      await send(page, CREATE);
      await wrongFields(page, 3);
    },
  },
  {
    name: "register-common-password",
    path: "/registro",
    async open(stage) {
      await register(stage, "password123");
      await wrongFields(stage.page, 1);
    },
  },
  {
    name: "register-good-password",
    path: "/registro",
    async open({ page, go }) {
      await go("/registro");
      await page.locator('[name="password"]').fill(PASSWORD);
    },
  },
  {
    name: "register-from-mail",
    path: "/registro",
    async open(stage) {
      const { links } = await askedForLink(stage);
      await stage.go(links[0] ?? "");
    },
  },
  { name: "register-sent", path: "/registro/enviado", open: registerWell },
  {
    name: "verify",
    path: "/registro/verificar",
    open: async (stage) => stage.go(await registerWell(stage)),
  },
  {
    name: "verify-elsewhere",
    path: "/registro/verificar",
    async open(stage) {
      const form = { name: "Ana", password: PASSWORD };
      const { links } = await askedElsewhere(stage, CREATE, form);
      await stage.go(links[0] ?? "");
    },
  },
  {
    name: "account-ready",
    path: "/cuenta",
    like: "account",
    async open(stage) {
      await stage.go(await registerWell(stage));
      await sendTo(stage.page, "/cuenta", "/registro/verificar/confirmar");
    },
  },
];

const RECOVER = "/recuperar/enviar";
const SAVE = "/recuperar/nueva/guardar";

async function choose(stage: Stage) {
  await registered(stage);
  const { links } = await askedElsewhere(stage, RECOVER);
  await stage.go(links[0] ?? "");
}

export const recovery: PageState[] = [
  { name: "recover", path: "/recuperar", open: ({ go }) => go("/recuperar") },
  {
    name: "recover-empty",
    path: "/recuperar",
    async open({ page, go }) {
      await go("/recuperar");
      await send(page, RECOVER);
      await wrongFields(page, 1);
    },
  },
  {
    name: "recover-sent",
    path: "/recuperar/enviado",
    async open({ page, go }) {
      await go("/recuperar");
      await sendTo(page, "/recuperar/enviado", RECOVER, { email: freshAddress() });
    },
  },
  { name: "recover-new", path: "/recuperar/nueva", open: choose },
  {
    name: "recover-new-short",
    path: "/recuperar/nueva",
    async open(stage) {
      await choose(stage);
      await send(stage.page, SAVE, { password: "corta" });
      await wrongFields(stage.page, 1);
    },
  },
];
