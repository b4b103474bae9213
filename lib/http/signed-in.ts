import { limits } from "../config/limits";
import type { Banner } from "../messages/banner";
import { endSession } from "../session/end";
import type { StartedSession } from "../session/start";
import type { RequestContext } from "./context";
import { clearCookie, setCookie } from "./cookies";
import type { Reply } from "./reply";

/** The reply to a sign-in: a new cookie, the end of the session that this browser had, and which way in it used last. */
export async function signedInReply(
  context: RequestContext,
  { token, method }: Pick<StartedSession, "token" | "method">,
  url: string,
  notice?: Banner,
): Promise<Reply> {
  await endSession(context.cookie("session"));
  const cookies = [
    setCookie("session", token, limits.sessionLifeSeconds),
    clearCookie("sent"),
    setCookie("device", context.client.browserToken, limits.deviceKeptSeconds),
    setCookie("last", method, limits.deviceKeptSeconds),
  ];
  return { ok: true, url, notice, cookies };
}
