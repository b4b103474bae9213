import type { TokenState } from "../token/peek";
import type { Answer } from "./answer";

const CODES = {
  used: "LinkUsed",
  ended: "LinkEnded",
  expired: "LinkExpired",
  unknown: "LinkUnknown",
} as const;

/** The answer to a link that is dead; its own page says which way it died. */
export function deadLink(state: Exclude<TokenState, "valid">, page: string, token: string): Answer {
  const url = `${page}?token=${token}`;
  return { ok: false, status: 401, error: CODES[state], url };
}
