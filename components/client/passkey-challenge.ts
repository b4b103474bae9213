import { callOff, isAsking } from "./passkey-call";
import type { CreationJson, RequestJson } from "./passkey-json";
import { bodyOf } from "./send";

/** What an endpoint gives for a ceremony, with a challenge in it that works once, for as long as their `timeout`. */
export type Options = CreationJson | RequestJson;

/** A challenge is not used in its last minute. */
const MARGIN_MS = 60_000;
const LOOKED_AFTER_MS = 15_000;

/** Asks for them. @returns null where there are none now: offline, too many, nobody signed in, no fresh proof */
export async function optionsFrom(address: string, form: HTMLFormElement): Promise<Options | null> {
  try {
    const headers = { accept: "application/json" };
    const response = await fetch(address, { method: "POST", headers, body: bodyOf(form) });
    const said: { options?: Options } = await response.json();
    return (response.ok && said.options) || null;
  } catch {
    return null;
  }
}

/** The challenge of a form. */
export type Challenge = {
  /** null where there is none, or it may have ended */
  options(): Options | null;
  /** asks for another one */
  renew(): Promise<void>;
};

/**
 * Keeps one at hand for as long as the form is seen: Safari forgets a click over a fetch.
 * @param came is told of each
 */
export function keepChallenge(form: HTMLFormElement, address: string, came: () => void): Challenge {
  let options: Options | null = null;
  let since = 0;
  let coming: Promise<void> | null = null;

  // by the wall clock, which goes on while a device sleeps
  const isOld = () => Date.now() - since > (options?.timeout ?? 0) - MARGIN_MS;
  const renew = () => {
    coming ??= optionsFrom(address, form).then((given) => {
      [options, since, coming] = [given, Date.now(), null];
      came();
    });
    return coming;
  };
  const look = () => {
    if (!form.isConnected) clearInterval(looking);
    else if (options && isOld() && document.visibilityState === "visible" && !isAsking())
      void renew();
  };
  const looking = setInterval(look, LOOKED_AFTER_MS);
  document.addEventListener("visibilitychange", look);
  // a page is not kept for Back while it waits for an authenticator
  addEventListener("pagehide", callOff);
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted && options && form.isConnected) void renew();
  });
  return { options: () => (isOld() ? null : options), renew };
}
