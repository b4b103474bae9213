import { limits } from "../config/limits";
import type { Banner } from "../messages/banner";
import { endSession } from "../session/end";
import type { StartedSession } from "../session/start";
import type { RequestContext } from "./context";
import { clearCookie, setCookie } from "./cookies";
import type { Reply } from "./reply";

/** A new cookie, the end of this browser's old session, and its last method. */
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
