import { limits } from "../config/limits";
import type { Banner } from "../messages/banner";
import { endSession } from "../session/end";
import { isSignInMethod, type SessionMethod, type SignInMethod } from "../session/start";
import type { RequestContext } from "./context";
import { clearCookie, setCookie } from "./cookies";
import type { Reply } from "./reply";

type Started = {
  token: string;
  method: SessionMethod;
  /** the way in to mark at the next sign-in, where it is not what began the session */
  last?: SignInMethod;
};

/** A new cookie, the end of this browser's old session, and the way in that it used last. */
export async function signedInReply(
  context: RequestContext,
  { token, method, last = isSignInMethod(method) ? method : undefined }: Started,
  url: string,
  notice?: Banner,
): Promise<Reply> {
  await endSession(context.cookie("session"));
  const cookies = [
    setCookie("session", token, limits.sessionLifeSeconds),
    clearCookie("sent"),
    setCookie("device", context.client.browserToken, limits.deviceKeptSeconds),
    ...(last ? [setCookie("last", last, limits.deviceKeptSeconds)] : []),
  ];
  return { ok: true, url, notice, cookies };
}
