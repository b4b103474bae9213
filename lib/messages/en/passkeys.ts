import { limits } from "../../config/limits";
import { ok } from "../banner";
import type { es } from "../es";
import { DELETING } from "./shared";

const YOURS = "your passkeys";

/** Of passkeys. */
export const passkeys: (typeof es)["passkeys"] = {
  title: "Passkeys",
  lead: "Sign in with your fingerprint, your face or your device’s PIN, without typing your password.",
  signIn: "Sign in with a passkey",
  confirm: "Use a passkey",
  add: "Add a passkey",
  adding: "Adding…",
  many: (n: number) => (n === 1 ? "You have one passkey" : `You have ${n} passkeys`),
  none: "You don’t have any yet.",
  what: "It’s like the key to your shop: your phone, your computer or your password manager keeps it, and only you can use it.",
  private: "Your fingerprint and your face stay on your device. We never see them here.",
  phishing: "There is nothing to remember, and a fake page can’t steal it.",
  lack: "To add a passkey you need an up-to-date browser with JavaScript turned on. Everything else on this page works without it.",
  kept: {
    account: (of: string) => `Kept in your ${of} account`,
    manager: "Kept in your password manager",
    device: "Only on the device where it was made",
  },
  addedAndUsed: "Added {added} · last used {used}",
  addedUnused: "Added {added} · not used yet",
  rename: "Change name",
  renameTitle: "Rename your passkey",
  renameLead: "A name that tells you where it is, like “Phone at the shop”.",
  nameRefused: {
    empty: "Type a name",
    long: `Use ${limits.nameLongest} characters or fewer.`,
    damaged: "Type the name with letters or numbers.",
  },
  remove: "Delete",
  removing: DELETING,
  offer: "No password next time?",
  offerLead: "Sign in with your fingerprint, your face or your device’s PIN. One touch sets it up.",
  later: "Not now",
  made: {
    ...ok(
      `We made a passkey: next time you sign in without typing your password. If you don’t want it, delete it in ${YOURS}.`,
    ),
    link: { href: "/cuenta/llaves", text: YOURS },
  },
  there: "Your device already has a passkey for this account.",
};
