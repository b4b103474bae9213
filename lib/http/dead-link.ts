import type { DeadState, LinkPurpose } from "../messages/dead-links";
import { messages } from "../messages/messages";
import { type Path, withQuery } from "../routes";
import type { Reply } from "./reply";

const CODES = {
  used: "LinkUsed",
  ended: "LinkEnded",
  expired: "LinkExpired",
  unknown: "LinkUnknown",
} as const;

/** The answer to a link that is dead; its own page says which way it died. */
export function deadLink(purpose: LinkPurpose, state: DeadState, page: Path, token: string): Reply {
  const url = withQuery(page, { token });
  const message = messages().deadLinks[purpose][state].title;
  return { ok: false, status: 401, error: CODES[state], url, message };
}
