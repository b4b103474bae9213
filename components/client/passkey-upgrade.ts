import type { Banner } from "@/lib/messages/banner";
import { all, on } from "./dom";
import type { Hands } from "./page";
import type { make } from "./passkey-call";
import type { optionsFrom } from "./passkey-challenge";
import type { CreationJson } from "./passkey-json";
import { refreshParts, saying } from "./saying";

/** What the form of the silent upgrade says of itself, on its `data-about`. */
export type Upgrade = {
  /** where its challenge comes from */
  address: string;
  /** which sign-in it is for: it is tried once for each */
  once: string;
  made: Banner;
};

export type PasskeyHands = Hands & { make: typeof make; optionsFrom: typeof optionsFrom };

const TRIED = "ingreso:llave-intentada";
const ASKED = "ingreso:llave-ofrecida";

/** A passkey without a question, where the browser makes one after a password that it keeps (WebAuthn L3 §5.1.3); else the page offers one, once. */
export async function upgradeOrOffer(hands: PasskeyHands): Promise<void> {
  const [form] = all<HTMLFormElement>("form[data-passkey=upgrade]");
  if (form && (await canUpgrade())) {
    const upgrade: Upgrade = JSON.parse(form.dataset.about ?? "");
    if (once(TRIED, upgrade.once)) return trySilently(form, upgrade, hands);
  }
  await offerOnce();
}

async function trySilently(
  form: HTMLFormElement,
  { address, made }: Upgrade,
  { show, sendForm, make, optionsFrom }: PasskeyHands,
): Promise<void> {
  const options = await optionsFrom(address, form);
  const called = options && (await make(options as CreationJson, "conditional"));
  if (!called || typeof called !== "object") return;
  (form.elements.namedItem("credential") as HTMLInputElement).value = called.credential;
  const { kind } = await sendForm(form, saying());
  if (kind !== "done") return;
  // nobody asked for it: whoever writes goes on writing
  const active = document.activeElement;
  show({ notice: made, fields: {} });
  if (active instanceof HTMLElement) active.focus({ preventScroll: true });
  await refreshParts();
}

/** Only where it would be a touch: whoever has no such device is not called to one. */
async function offerOnce(): Promise<void> {
  const [offer] = all("[data-passkey=offer]");
  const { person = "" } = document.body.dataset;
  if (!offer || recalled(ASKED) === person || !(await hasAuthenticator())) return;
  offer.hidden = false;
  // answered by either of its buttons
  on("click", "[data-passkey=offer] :is(a, button)", () => {
    once(ASKED, person);
    offer.hidden = true;
  });
}

async function canUpgrade(): Promise<boolean> {
  try {
    const can = await PublicKeyCredential.getClientCapabilities();
    return can.conditionalCreate === true;
  } catch {
    return false;
  }
}

async function hasAuthenticator(): Promise<boolean> {
  try {
    return await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
  } catch {
    return false;
  }
}

/** Storage may be closed to us: then nothing is recalled. */
function recalled(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Whether it was not said before; it is from now on. */
function once(key: string, value: string): boolean {
  if (recalled(key) === value) return false;
  try {
    localStorage.setItem(key, value);
  } catch {
    // it is said again
  }
  return true;
}
