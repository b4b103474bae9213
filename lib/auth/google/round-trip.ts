import { decode, encode } from "next-auth/jwt";
import * as z from "zod";
import { settings } from "../../config/settings";
import { seal, unseal } from "../../crypto";
import type { RequestContext } from "../../http/context";
import { clearCookie, cookieName, setCookie } from "../../http/cookies";
import { sha256 } from "../../secrets";

/** The browser counts it, so no clock of ours matters. */
const LIFE_SECONDS = 900;
/** Each in a tab of its own. */
const MOST_AT_ONCE = 5;
/** For all of them together: no more than one cookie may take (RFC 6265 §6.1). */
const ROOM_BYTES = 4096;
const ID = /^[0-9a-f]{32}$/;

/** next-auth's names of the cookies that hold these; no browser gets them. */
export const CHECKS = { state: "state", verifier: "pkce", nonce: "nonce" } as const;

const open = z.object({
  /** PKCE's, and the nonce of the id_token (RFC 7636, OpenID Connect Core §3.1.2.1) */
  verifier: z.string(),
  nonce: z.string(),
  callbackUrl: z.string().nullable(),
  /** the user to link to; null for a sign-in */
  linksTo: z.string().nullable(),
  order: z.number(),
});
const over = z.object({ ledTo: z.string(), order: z.number() });
const trip = z.union([open, over]);

export type OpenTrip = z.infer<typeof open>;
export type RoundTrip = z.infer<typeof trip>;

/**
 * Begins a round trip with next-auth's secrets. Each has its own cookie, named by its state, so that tabs do not
 * overwrite each other; the oldest make room.
 * @param made next-auth's cookies
 * @returns `Set-Cookie` lines
 */
export async function beginRoundTrip(
  context: RequestContext,
  made: ReadonlyMap<string, string>,
  linksTo: string | null,
): Promise<string[]> {
  const [state, verifier, nonce] = await Promise.all([
    opened(CHECKS.state, made),
    opened(CHECKS.verifier, made),
    opened(CHECKS.nonce, made),
  ]);
  const others = await othersOf(context);
  const order = 1 + Math.max(0, ...others.map((other) => other.order));
  const { callbackUrl } = context;
  const id = idOf(state);
  const sealed = await seal(purposeOf(id), { verifier, nonce, callbackUrl, linksTo, order });
  let room = ROOM_BYTES - sizeOf(id, sealed);
  const dropped = others
    .sort((one, other) => other.order - one.order)
    .filter((other, place) => {
      room -= other.size;
      return place >= MOST_AT_ONCE - 1 || room < 0;
    });
  return [
    setCookie("google", sealed, LIFE_SECONDS, id),
    ...dropped.map((other) => clearCookie("google", other.id)),
  ];
}

/** The round trip that a return ends; null when this browser has none of that state, or it expired. */
export async function roundTripOf(
  context: RequestContext,
  state: string | undefined,
): Promise<RoundTrip | null> {
  if (!state) return null;
  const id = idOf(state);
  return unseal(purposeOf(id), context.cookies("google").get(id), trip);
}

/** Keeps where it led, for a return that is repeated (Back, reload, restored tab). @returns `Set-Cookie` */
export async function endRoundTrip(
  state: string,
  { order }: RoundTrip,
  ledTo: string,
): Promise<string> {
  const id = idOf(state);
  return setCookie("google", await seal(purposeOf(id), { ledTo, order }), LIFE_SECONDS, id);
}

/** The cookies that next-auth reads its secrets from, encoded anew so that they date from this process's clock. */
export async function checksOf(
  state: string,
  { verifier, nonce }: OpenTrip,
): Promise<Record<string, string>> {
  const { secret } = settings();
  const values = { [CHECKS.state]: state, [CHECKS.verifier]: verifier, [CHECKS.nonce]: nonce };
  const cookies = Object.entries(values).map(async ([name, value]) => {
    const token = { value, provider: "google" };
    return [name, await encode({ token, secret, salt: name, maxAge: LIFE_SECONDS })] as const;
  });
  return Object.fromEntries(await Promise.all(cookies));
}

async function opened(name: string, made: ReadonlyMap<string, string>): Promise<string> {
  const content = await decode({ token: made.get(name), secret: settings().secret, salt: name });
  return z.string().parse(content?.value);
}

async function othersOf(
  context: RequestContext,
): Promise<{ id: string; order: number; size: number }[]> {
  const ours = [...context.cookies("google")].filter(([id]) => ID.test(id));
  return Promise.all(
    ours.map(async ([id, sealed]) => {
      const known = await unseal(purposeOf(id), sealed, trip);
      return { id, order: known?.order ?? 0, size: sizeOf(id, sealed) };
    }),
  );
}

const idOf = (state: string) => sha256(state).slice(0, 32);
/** bound to its name: a value sealed for one state is no other's */
const purposeOf = (id: string) => `google ${id}`;
const sizeOf = (id: string, sealed: string) => cookieName("google", id).length + sealed.length + 3;
