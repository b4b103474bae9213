import { limits } from "../config/limits";
import { afterRead } from "../http/after-reply";
import { cookieName } from "../http/cookies";
import { csrfTokenOf, newCsrf, plantCsrf } from "../http/csrf";
import { faultReply } from "../http/endpoint";
import { UNCACHED } from "../http/headers";
import { respond } from "../http/reply";
import { type SignedInUser, userOfSession } from "../session/current";
import type { Reading } from "./run";

/**
 * What next-auth answers its client, and a pair against forgery for who has none, by one statement and without a run of
 * next-auth. Never the session's cookie: by now another tab may have signed in or out.
 */
export const readSession: Reading = async ({ cookies }) => {
  afterRead();
  try {
    const user = await userOfSession(cookies.get(cookieName("session"))?.value);
    const headers = new Headers({ "cache-control": UNCACHED });
    if (!csrfTokenOf(cookies.get(cookieName("csrf"))?.value))
      headers.set("set-cookie", plantCsrf(newCsrf().cookie));
    return Response.json(user ? sessionOf(user) : {}, { headers });
  } catch (fault) {
    return respond(faultReply(fault, "/login"), true);
  }
};

/** As next-auth says it to a browser: until when it would last from now on. */
function sessionOf({ id, name, address: email }: SignedInUser) {
  const expires = new Date(Date.now() + limits.sessionLifeSeconds * 1000).toISOString();
  return { user: { id, name, email }, expires };
}
