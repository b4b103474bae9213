import { limits } from "../config/limits";
import type { Notice } from "../messages/words";
import { endSession } from "../session/end";
import type { StartedSession } from "../session/start";
import type { Visit } from "./context";
import { clearCookie, setCookie } from "./cookies";
import type { Answer } from "./reply";

/** The answer to whoever was signed in by a door of ours: a new cookie, and the end of what this browser had. */
export async function entered(
  visit: Visit,
  session: StartedSession,
  url: string,
  notice: Notice,
): Promise<Answer> {
  await endSession(visit.cookie("session"));
  const cookies = [
    setCookie("session", session.token, limits.sessionLife),
    setCookie("device", visit.requester.browserToken, limits.deviceKept),
    clearCookie("sent"),
  ];
  return { ok: true, url, notice, cookies };
}
