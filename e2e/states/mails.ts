import type { Messages } from "@/lib/messages/catalogue";
import type { NoticeKind } from "@/lib/notice/notify";
import type { Mail } from "@/testing/inbox/inbox";
import { PASSWORD } from "@/testing/person/password";
import * as address from "./address";
import { send } from "./forms";
import { calledOff, lostPhoneReported } from "./lost-phone";
import {
  arrived,
  arrivedAt,
  askedElsewhere,
  linkGoogle,
  program,
  registered,
  signedInElsewhere,
} from "./people";
import type { MailState, Stage } from "./state";

const LINK = "/api/auth/signin/email";
const CREATE = "/registro/crear";
const RECOVER = "/recuperar/enviar";
const DETAILS = { name: "Ana", password: PASSWORD };
const ANOTHER = "una clave distinta y larga";

/** Does something, and waits for the mail that comes of it. */
async function mailOf({ lab, address }: Stage, deed: () => Promise<unknown>): Promise<Mail> {
  const known = (await lab.inbox.mails(address)).at(-1)?.id;
  await deed();
  return lab.inbox.wait(address, known);
}

async function knownAsks(stage: Stage, endpoint: string, form = {}): Promise<Mail> {
  await registered(stage);
  await stage.lab.database.age("61 seconds");
  return askedElsewhere(stage, endpoint, form);
}

/** A change of one's own account, from another browser. */
async function changed(stage: Stage, endpoint: string, form = {}): Promise<Mail> {
  await registered(stage);
  const { id } = await mailOf(stage, () => signedInElsewhere(stage));
  const own = await signedInElsewhere(stage);
  await own.postOwn(endpoint, form);
  return stage.lab.inbox.wait(stage.address, id);
}

/** A notice that stands in the database, and leaves with the next reply. */
async function told(stage: Stage, kind: NoticeKind): Promise<Mail> {
  await registered(stage);
  return notice(stage, kind);
}

async function notice(stage: Stage, kind: NoticeKind): Promise<Mail> {
  await stage.lab.database.sql(
    `insert into "Notice" (kind, address, device) values ($1, $2, 'Chrome|Windows')`,
    [kind, stage.address],
  );
  const asking = await program(stage);
  return mailOf(stage, () => asking.post("/recuperar/enviar", { email: `x${stage.address}` }));
}

type Kind = keyof Messages["letters"] | NoticeKind | "new-device-often";

const MAILS: Record<Kind, (stage: Stage) => Promise<Mail>> = {
  magicLink: (stage) => knownAsks(stage, LINK),
  magicLinkWithoutAccount: (stage) => askedElsewhere(stage, LINK),
  registration: (stage) => askedElsewhere(stage, CREATE, DETAILS),
  alreadyRegistered: (stage) => knownAsks(stage, CREATE, DETAILS),
  reset: (stage) => knownAsks(stage, RECOVER),
  resetWithoutAccount: (stage) => askedElsewhere(stage, RECOVER),
  emailChange: async (stage) => (await address.askedToChange(stage)).mail,
  async emailTaken(stage) {
    const theirs = await address.taken(stage);
    await arrivedAt("/cuenta/correo")(stage);
    await send(stage.page, "/cuenta/correo/enviar", { email: theirs });
    return stage.lab.inbox.wait(theirs);
  },
  async moved(stage) {
    await address.changed(stage);
    await stage.lab.database.age("61 seconds");
    return askedElsewhere(stage, LINK);
  },
  async "new-device"(stage) {
    await registered(stage);
    return mailOf(stage, () => signedInElsewhere(stage));
  },
  async "new-device-often"(stage) {
    await registered(stage);
    await mailOf(stage, () => signedInElsewhere(stage, "windows"));
    await signedInElsewhere(stage, "iphone");
    await signedInElsewhere(stage, "mac");
    await stage.lab.database.age("61 minutes");
    return mailOf(stage, () => signedInElsewhere(stage, "mac"));
  },
  "password-changed": (stage) =>
    changed(stage, "/cuenta/contrasena/guardar", { password: ANOTHER }),
  async "password-off"(stage) {
    const { lab, address } = stage;
    await registered(stage);
    await lab.database.sql(
      `insert into "TryThrottle" (address, failures) values ($1, 99)
       on conflict (address) do update set failures = 99, "slowedUntil" = null`,
      [address],
    );
    const other = await program(stage);
    const form = { email: address, password: ANOTHER };
    return mailOf(stage, () => other.post("/api/auth/callback/credentials", form));
  },
  async "google-linked"(stage) {
    await arrived(stage);
    return mailOf(stage, () => linkGoogle(stage));
  },
  async "google-unlinked"(stage) {
    await arrived(stage);
    await mailOf(stage, () => linkGoogle(stage));
    return mailOf(stage, () =>
      stage.page.locator('form[action="/cuenta/metodos/google/desvincular"] button').click(),
    );
  },
  "email-changed": async (stage) => (await address.changed(stage)).notice,
  async "email-confirmed"(stage) {
    const { to, asked } = await address.changed(stage);
    return stage.lab.inbox.wait(to, asked.id);
  },
  "email-undone": async (stage) => (await address.undone(stage)).notice,
  "passkey-added": (stage) => told(stage, "passkey-added"),
  "passkey-removed": (stage) => told(stage, "passkey-removed"),
  "second-step-on": (stage) => told(stage, "second-step-on"),
  "second-step-off": (stage) => told(stage, "second-step-off"),
  "recovery-codes-made": (stage) => told(stage, "recovery-codes-made"),
  "recovery-code-used": (stage) => told(stage, "recovery-code-used"),
  "lost-phone-asked": lostPhoneReported,
  async "lost-phone-soon"(stage) {
    await lostPhoneReported(stage);
    return notice(stage, "lost-phone-soon");
  },
  "lost-phone-cancelled": async (stage) => (await calledOff(stage)).confirmed,
  "account-removed": (stage) => changed(stage, "/cuenta/eliminar/confirmar"),
};

const dashed = (kind: string) => kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** One of each make: with a code, with a button, a notice, one with a list, one with a button. */
const MAKES = ["magicLink", "registration", "new-device", "new-device-often", "email-changed"];

/** Every letter and every notice. */
export const mails: MailState[] = Object.entries(MAILS).map(([kind, mail]) => ({
  name: `mail-${dashed(kind)}`,
  mail,
  // a notice's kind has a dash
  ...(!MAKES.includes(kind) && {
    like: `mail-${kind.includes("-") ? "new-device" : "registration"}`,
  }),
}));
