import { ENDED } from "./names";
import type { Hands } from "./page";
import { type Called, make, sign } from "./passkey-call";
import { keepChallenge } from "./passkey-challenge";
import type { CreationJson, RequestJson } from "./passkey-json";
import { tellUnknown } from "./passkey-signals";

/**
 * The authenticator is asked in the place of sending the form; what it gave is put into the form, which is sent then as any
 * other (`components/client/forms.ts`).
 */
export function enlivenPasskeyForm(form: HTMLFormElement, { show }: Hands): void {
  // where its challenge comes from; what to say where the authenticator has one already, if it is to make one
  const { challenge: address = "", there } = form.dataset;
  const field = form.elements.namedItem("credential") as HTMLInputElement;
  const challenge = keepChallenge(form, address, () => void offer());
  let offers = false;
  let passes = false;
  let rpId = location.hostname;

  function signWith(options: RequestJson, mediation?: "conditional"): Promise<Called> {
    rpId = options.rpId ?? rpId;
    return sign(options, mediation);
  }
  /** Waits for whoever chooses one in the field of the address. */
  async function offer(): Promise<void> {
    const options = challenge.options();
    if (offers && options) send(await signWith(options as RequestJson, "conditional"));
  }
  async function press(): Promise<void> {
    if (!challenge.options()) await challenge.renew();
    const options = challenge.options();
    if (!options) return pass("");
    const asked = there ? make(options as CreationJson) : signWith(options as RequestJson);
    const called = await asked;
    if (typeof called === "object") return send(called);
    if (called === "failed") return pass("");
    if (called === "there" && there) show({ notice: { tone: "info", text: there }, fields: {} });
    await offer();
  }
  function send(called: Called): void {
    if (typeof called === "object") pass(called.credential);
  }
  /** Without a credential the server says why. */
  function pass(credential: string): void {
    passes = true;
    field.value = credential;
    form.requestSubmit();
  }

  form.addEventListener("submit", (event) => {
    if (passes) return;
    event.preventDefault();
    event.stopPropagation();
    void press();
  });
  form.addEventListener(ENDED, () => {
    const { refused } = form.dataset;
    delete form.dataset.refused;
    // what answers by itself would be refused again and again
    if (refused) offers = false;
    if (refused === "PasskeyUnknown" && field.value)
      void tellUnknown(rpId, JSON.parse(field.value).id);
    [field.value, passes] = ["", false];
    void challenge.renew();
  });
  void begin();

  async function begin(): Promise<void> {
    const field = document.querySelector("[autocomplete~=webauthn]");
    offers = field !== null && (await canOffer());
    if (offers || !field) return challenge.renew();
    for (const near of ["pointerover", "focusin"])
      form.addEventListener(near, () => void challenge.renew(), { once: true });
  }
}

/** Whether the browser offers passkeys in fields. */
async function canOffer(): Promise<boolean> {
  try {
    return await PublicKeyCredential.isConditionalMediationAvailable();
  } catch {
    return false;
  }
}
