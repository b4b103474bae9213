import { expect } from "@playwright/test";
import { freshAddress } from "@/testing/address";
import { hold, said, send, wrongFields } from "./forms";
import { askedElsewhere, askedForLink, registered } from "./people";
import type { PageState, Stage } from "./state";

const SEND = "/api/auth/signin/email";
const USE = "/api/auth/callback/email";

async function ask({ page, address, go }: Stage, email = address) {
  await go("/login/correo");
  await send(page, SEND, { email });
}

async function typeCode({ page }: Stage, code: string) {
  await send(page, USE, { code });
}

/** Its person's link, as the mail has it. */
async function link(stage: Stage): Promise<string> {
  await registered(stage);
  return (await askedForLink(stage)).links[0] ?? "";
}

export const magicLink: PageState[] = [
  { name: "link-ask", path: "/login/correo", open: ({ go }) => go("/login/correo") },
  {
    name: "link-ask-empty",
    path: "/login/correo",
    async open(stage) {
      await ask(stage, "");
      await wrongFields(stage.page, 1);
    },
  },
  {
    name: "link-ask-malformed",
    path: "/login/correo",
    like: "link-ask-empty",
    async open(stage) {
      await ask(stage, "ana@");
      await wrongFields(stage.page, 1);
    },
  },
  {
    name: "link-ask-mail-refused",
    path: "/login/correo",
    async open(stage) {
      await stage.lab.inbox.fault({ mode: "refuse" });
      stage.after(() => stage.lab.inbox.fault({ mode: "none" }));
      await ask(stage);
      await said(stage.page);
    },
  },
  {
    name: "link-ask-network-full",
    path: "/login/correo",
    async open(stage) {
      const { lab, page } = stage;
      await askedForLink(stage, freshAddress());
      await lab.database.sql(
        `insert into "RangeHit" (range, kind) select range, kind from "RangeHit", generate_series(1, 300)`,
      );
      await ask(stage);
      await said(page);
    },
  },
  {
    name: "link-sent",
    path: "/login/correo/enviado",
    open: (stage) => askedForLink(stage),
  },
  {
    name: "link-sent-without-scripts",
    path: "/login/correo/enviado",
    browser: "without scripts",
    like: "link-sent",
    open: (stage) => askedForLink(stage),
  },
  ...["gmail.com", "outlook.com"].map((domain) => ({
    name: `link-sent-${domain.split(".")[0]}`,
    path: "/login/correo/enviado" as const,
    ...(domain !== "gmail.com" && { like: "link-sent-gmail" }),
    open: (stage: Stage) => askedForLink(stage, freshAddress(domain)),
  })),
  {
    name: "link-sent-ready",
    path: "/login/correo/enviado",
    async open(stage) {
      await askedForLink(stage);
      await stage.lab.database.age("61 seconds");
      await stage.go("/login/correo/enviado");
    },
  },
  {
    name: "link-sent-again",
    path: "/login/correo/enviado",
    async open(stage) {
      await askedForLink(stage);
      await stage.lab.database.age("61 seconds");
      await stage.go("/login/correo/enviado");
      await send(stage.page, SEND);
      await said(stage.page, "status");
    },
  },
  {
    name: "link-sent-full",
    path: "/login/correo/enviado",
    async open(stage) {
      const { lab, address, page } = stage;
      await askedForLink(stage);
      await lab.database.sql(
        `update "SendThrottle" set sent2 = sent1, sent3 = sent1, sent4 = sent1, sent5 = sent1 where address = $1`,
        [address],
      );
      await lab.database.age("5 minutes");
      await stage.go("/login/correo/enviado");
      await said(page);
    },
  },
  {
    name: "link-code-empty",
    path: "/login/correo/enviado",
    async open(stage) {
      await askedForLink(stage);
      await typeCode(stage, "");
      await wrongFields(stage.page, 1);
    },
  },
  {
    name: "link-code-malformed",
    path: "/login/correo/enviado",
    like: "link-code-empty",
    async open(stage) {
      await askedForLink(stage);
      await typeCode(stage, "12");
      await wrongFields(stage.page, 1);
    },
  },
  {
    name: "link-code-wrong",
    path: "/login/correo/enviado",
    async open(stage) {
      const { text } = await askedForLink(stage);
      const code = /\b\d{6}\b/.exec(text)?.[0];
      await typeCode(stage, code === "000000" ? "000001" : "000000");
      await wrongFields(stage.page, 1);
    },
  },
  {
    name: "link-code-ended",
    path: "/login/correo/enviado",
    like: "link-code-wrong",
    async open(stage) {
      await askedForLink(stage);
      await stage.lab.database.age("11 minutes");
      await typeCode(stage, "000000");
      await wrongFields(stage.page, 1);
    },
  },
  {
    name: "link-opening",
    path: "/login/link",
    async open(stage) {
      const url = await link(stage);
      await hold(stage.page, USE);
      await stage.page.goto(url);
      await expect(stage.page.locator('[aria-disabled="true"]')).toBeVisible();
    },
  },
  {
    name: "link-here-without-scripts",
    path: "/login/link",
    browser: "without scripts",
    like: "link-elsewhere",
    open: async (stage) => stage.go(await link(stage)),
  },
  {
    name: "link-elsewhere",
    path: "/login/link",
    async open(stage) {
      await registered(stage);
      const { links } = await askedElsewhere(stage, SEND);
      await stage.go(links[0] ?? "");
    },
  },
];
