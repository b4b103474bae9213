import { limits } from "../config/limits";
import type { Banner } from "../messages/banner";
import { endSession } from "../session/end";
import type { StartedSession } from "../session/start";
import type { RequestContext } from "./context";
import { clearCookie, setCookie } from "./cookies";
import type { Reply } from "./reply";

/** The answer to whoever was signed in by a door of ours: a new cookie, and the end of what this browser had. */
export async function signedInReply(
  context: RequestContext,
  session: StartedSession,
  url: string,
  notice: Banner,
): Promise<Reply> {
  await endSession(context.cookie("session"));
  const cookies = [
    setCookie("session", session.token, limits.sessionLifeSeconds),
    setCookie("device", context.client.browserToken, limits.deviceKeptSeconds),
    clearCookie("sent"),
  ];
  return { ok: true, url, notice, cookies };
}
