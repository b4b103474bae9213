import { cookies } from "next/headers";
import type { LinkPurpose } from "../messages/dead-links";
import { isToken, sha256 } from "../secrets";
import { readToken } from "../token/extract";
import { peekToken, SIGN_IN_PURPOSES } from "../token/peek";
import { cookieName } from "./cookies";
import { retryWhenAway } from "./retry-when-away";

export type Link =
  | {
      state: "valid";
      token: string;
      address: string;
      sameBrowser: boolean;
      hasAccount: boolean;
      name: string | null;
      requestedAt: Date;
      device: string;
      place: string | null;
    }
  | { state: "used" | "ended" | "expired"; address: string }
  | { state: "unknown"; address: null };

/** Reads only, however often it is opened (RFC 9110 §9.2.1). @param given the token as the address brought it */
export function peekLink(given: unknown, purpose: LinkPurpose): Promise<Link> {
  return retryWhenAway(peek(readToken(given), purpose));
}

async function peek(token: string | null, purpose: LinkPurpose): Promise<Link> {
  if (token === null) return { state: "unknown", address: null };
  const peeked = await peekToken(token, purpose === "magic-link" ? SIGN_IN_PURPOSES : purpose);
  if (peeked.state === "unknown") return peeked;
  const { state, address, owner } = peeked;
  if (state !== "valid") return { state, address };
  const jar = await cookies();
  const browser = jar.get(cookieName("asked"))?.value;
  return {
    state,
    token,
    address,
    sameBrowser: isToken(browser) && peeked.browserHash === sha256(browser),
    hasAccount: owner !== null,
    name: owner?.name ?? null,
    requestedAt: peeked.createdAt,
    device: peeked.device,
    place: peeked.place,
  };
}
