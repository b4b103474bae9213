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

/** Of a change of address: by then somebody else may have an account there. */
export function deadChange(
  purpose: "email-change" | "email-undo",
  state: DeadState | "taken",
  page: Path,
  token: string,
): Reply {
  return state === "taken"
    ? refused("ended", messages().pages.emailTaken.title, page, token)
    : deadLink(purpose, state, page, token);
}

export function deadLink(purpose: LinkPurpose, state: DeadState, page: Path, token: string): Reply {
  return refused(state, messages().deadLinks[purpose][state].title, page, token);
}

function refused(state: DeadState, message: string, page: Path, token: string): Reply {
  const url = withQuery(page, { token });
  return { ok: false, status: 401, error: CODES[state], url, message };
}
