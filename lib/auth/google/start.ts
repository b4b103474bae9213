import { limits } from "../../config/limits";
import { settings } from "../../config/settings";
import { freshDiscovery, GoogleAway } from "../../google/discovery";
import { browserOf, type RequestContext } from "../../http/context";
import type { Reply } from "../../http/reply";
import { withQuery } from "../../routes";
import { signInEnded } from "../../telemetry/counters";
import type { RunAuth } from "../run";
import { beginRoundTrip } from "./round-trip";

/** A sign-in that reaches Google is counted when it returns. */
export async function signInByGoogle(context: RequestContext, run: RunAuth): Promise<Reply> {
  const reply = await startGoogle(context, run);
  if (!reply.ok && reply.error === "OAuthSignin") signInEnded("google", "away");
  return reply;
}

/** To Google and back, with PKCE, state and nonce. @param linksTo the user to link to, instead of signing in */
export async function startGoogle(
  context: RequestContext,
  run: RunAuth,
  linksTo: string | null = null,
): Promise<Reply> {
  const { google: client } = settings();
  if (!client) return { ok: false, status: 404, error: "NotFound" };
  try {
    const google = await freshDiscovery(client.issuer);
    const made = await run(context, { path: ["signin", "google"], by: "google", google });
    const url = made.location;
    if (url?.startsWith(google.authorization_endpoint)) {
      const begun = await beginRoundTrip(context, made.cookies, linksTo);
      return { ok: true, url, cookies: [...begun, browserOf(context).cookie] };
    }
  } catch (fault) {
    if (!(fault instanceof GoogleAway)) throw fault;
  }
  const error = "OAuthSignin";
  const url = withQuery("/login", { error });
  return { ok: false, status: 503, error, url, retryAfter: limits.awayRetrySeconds };
}
