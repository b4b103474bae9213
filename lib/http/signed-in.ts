import { limits } from "../config/limits";
import type { Banner } from "../messages/banner";
import { enterWithoutPhone } from "../second-step/carry-out";
import { keepUrl } from "../second-step/pending";
import { endSession } from "../session/end";
import { isSignInMethod, type SignInMethod, type StartedSession } from "../session/start";
import type { RequestContext } from "./context";
import { clearCookie, setCookie } from "./cookies";
import type { Reply } from "./reply";

type Started = StartedSession & {
  /** the way in to mark at the next sign-in, where it is not what began the session */
  last?: SignInMethod;
};

/**
 * A new cookie, the end of this browser's old session, and the way in that it used last. Where the second step is due, only what
 * waits for it: the old session is still there, should nothing come of it.
 */
export async function signedInReply(
  context: RequestContext,
  started: Started,
  url: string,
  notice?: Banner,
): Promise<Reply> {
  const { token, method, pending, last = isSignInMethod(method) ? method : undefined } = started;
  if (pending) {
    const entered = await enterWithoutPhone(token, context.client);
    if (entered) return signedInReply(context, { ...entered, last }, url, notice);
    await keepUrl(token, url);
    const cookies = [
      setCookie("pending", token, limits.secondStepLifeSeconds),
      clearCookie("sent"),
      ...lastUsed(last),
    ];
    return { ok: true, url: "/login/dos-pasos", notice, cookies };
  }
  await endSession(context.cookie("session"));
  const cookies = [
    setCookie("session", token, limits.sessionLifeSeconds),
    clearCookie("sent"),
    setCookie("device", context.client.browserToken, limits.deviceKeptSeconds),
    ...lastUsed(last),
    ...(context.cookie("pending") ? [clearCookie("pending")] : []),
  ];
  return { ok: true, url, notice, cookies };
}

const lastUsed = (last: SignInMethod | undefined) =>
  last ? [setCookie("last", last, limits.deviceKeptSeconds)] : [];
