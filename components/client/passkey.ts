import { all } from "./dom";
import type { Hands } from "./page";
import { make } from "./passkey-call";
import { optionsFrom } from "./passkey-challenge";
import { enlivenPasskeyForm } from "./passkey-form";
import { canRead } from "./passkey-words";

const known = new WeakSet<HTMLElement>();
const fresh = <E extends HTMLElement>(elements: E[]) =>
  elements.filter((one) => !known.has(one) && known.add(one));

/** Shows what takes passkeys where the browser has them, and what says so where it has none; again for what came anew. */
export async function enlivenPasskeys(hands: Hands): Promise<void> {
  const able = "PublicKeyCredential" in window;
  if (able && !(await canRead())) return;
  for (const part of all("[data-passkey=room]")) {
    part.classList.remove("invisible");
    part.hidden = !able;
  }
  for (const part of all("[data-passkey=lack]")) part.classList.toggle("hidden", able);
  if (!able) return;
  for (const form of fresh(all<HTMLFormElement>("form[data-passkey=form]")))
    enlivenPasskeyForm(form, hands);
  const parts = fresh(all("[data-passkey=kept], [data-passkey=upgrade], [data-passkey=offer]"));
  if (parts.length === 0) return;
  import("./passkey-account").then(
    ({ enlivenAccount }) => enlivenAccount(parts, { ...hands, make, optionsFrom }),
    () => undefined,
  );
}
