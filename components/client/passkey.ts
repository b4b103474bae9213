import { all } from "./dom";
import { enlivenPasskeyForm } from "./passkey-form";
import { type Kept, tellKept } from "./passkey-signals";
import { upgradeOrOffer } from "./passkey-upgrade";

const known = new WeakSet<HTMLElement>();
const fresh = <E extends HTMLElement>(elements: E[]) =>
  elements.filter((one) => !known.has(one) && known.add(one));

/** Shows what takes passkeys where the browser has them, and what says so where it has none; again for what came anew. */
export function enlivenPasskeys(): void {
  const able = "PublicKeyCredential" in window;
  for (const part of all("[data-passkey=room]")) {
    part.classList.remove("invisible");
    part.hidden = !able;
  }
  for (const part of all("[data-passkey=lack]")) part.classList.toggle("hidden", able);
  if (!able) return;
  for (const form of fresh(all<HTMLFormElement>("form[data-passkey=form]")))
    enlivenPasskeyForm(form);
  for (const { dataset } of fresh(all("[data-passkey=kept]")))
    void tellKept(JSON.parse(dataset.about ?? "") as Kept);
  if (fresh(all("[data-passkey=upgrade], [data-passkey=offer]")).length > 0) void upgradeOrOffer();
}
