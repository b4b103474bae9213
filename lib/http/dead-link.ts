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

export function deadLink(purpose: LinkPurpose, state: DeadState, page: Path, token: string): Reply {
  const url = withQuery(page, { token });
  const message = messages().deadLinks[purpose][state].title;
  return { ok: false, status: 401, error: CODES[state], url, message };
}
