import type { NextRequest } from "next/server";
import { afterRead } from "../http/after-reply";
import { contextOf, type RequestContext } from "../http/context";
import { clearCookie, cookieName } from "../http/cookies";
import { plantCsrf } from "../http/csrf";
import { faultReply, handlePost } from "../http/endpoint";
import { unlessOtherUser } from "../http/for-user";
import { UNCACHED } from "../http/headers";
import { forReaderOf } from "../http/reader";
import { isProgram, type Reply, respond, wrongMethod } from "../http/reply";
import { messages } from "../messages/messages";
import type { Path } from "../routes";
import { runAuth, WAYS } from "./options";
import type { Reading, Way } from "./run";
import { readSession } from "./session";

const POSTS: Way["posts"] = {
  ...Object.assign({}, ...WAYS.map(({ posts }) => posts)),
  signout: () => signOut,
};

const GETS: NonNullable<Way["gets"]> = {
  ...Object.assign({}, ...WAYS.map(({ gets }) => gets)),
  session: readSession,
  csrf: readNextAuth("csrf"),
  providers: readNextAuth("providers"),
  signin: leadTo("/login"),
  "signin/email": leadTo("/login/correo"),
  "signin/google": leadTo("/login"),
  "signin/credentials": leadTo("/login"),
  "signin/passkey": leadTo("/login"),
  signout: leadTo("/cuenta"),
  error: leadTo("/login"),
  "verify-request": leadTo("/login/correo/enviado"),
  "callback/email": leadTo("/login/link"),
};

/** An allow-list of next-auth's addresses: origin checks, `Retry-After`, no swallowed faults. */
export function handleAuth(request: NextRequest, path: string[]): Promise<Response> {
  return forReaderOf(request, () => answer(request, path));
}

async function answer(request: NextRequest, path: string[]): Promise<Response> {
  const action = path.join("/");
  const post = own(POSTS, action);
  const get = own(GETS, action);
  if (request.method === "POST" && post) return handlePost(request, unlessOtherUser(post(runAuth)));
  if (request.method === "GET" && get) return get(request, runAuth);
  // a HEAD of a page that only redirects is harmless; of Google's return it is not
  if (request.method === "HEAD" && get && action !== "callback/google")
    return get(request, runAuth);
  if (post || get)
    return wrongMethod(request.headers, [get && "GET", post && "POST"].filter(Boolean).join(", "));
  return respond({ ok: false, status: 404, error: "NotFound" }, isProgram(request.headers));
}

function readNextAuth(action: "csrf" | "providers"): Reading {
  return async (request, run) => {
    afterRead();
    const context = contextOf(request, { values: new Map(), wrong: [] });
    const pair = context.cookie("csrf");
    const cookies: Record<string, string> = pair ? { [cookieName("csrf")]: pair } : {};
    const asked = { path: [action], cookies, google: LISTED_GOOGLE };
    try {
      const ran = await run(context, { ...asked, method: "GET", by: "email" });
      const response = Response.json(ran.body ?? {}, { status: ran.status });
      const csrf = ran.cookies.get(cookieName("csrf"));
      if (csrf) response.headers.append("set-cookie", plantCsrf(csrf));
      response.headers.set("cache-control", UNCACHED);
      return response;
    } catch (fault) {
      return respond(faultReply(fault, "/login"), true);
    }
  };
}

async function signOut(context: RequestContext): Promise<Reply> {
  const session = context.cookie("session");
  const cookies = session ? { [cookieName("session")]: session } : {};
  await runAuth(context, { path: ["signout"], cookies, by: "email" });
  return {
    ok: true,
    url: "/login",
    notice: messages().replies.signedOut,
    cookies: [clearCookie("session")],
  };
}

/** Enough of Google to list it as a provider without a request. */
const LISTED_GOOGLE = {
  issuer: "https://accounts.google.com",
  authorization_endpoint: "https://accounts.google.com/o/oauth2/v2/auth",
  token_endpoint: "https://oauth2.googleapis.com/token",
  jwks_uri: "https://www.googleapis.com/oauth2/v3/certs",
};

/** What proxies let through in a `Location`; the callback URL alone may take most of it. */
const LONGEST_QUERY_CHARACTERS = 4096;

/** next-auth's own pages are ours; they validate the query. */
function leadTo(page: Path): Reading {
  return async (request) => {
    const { search } = request.nextUrl;
    const location = search.length <= LONGEST_QUERY_CHARACTERS ? page + search : page;
    const headers = { location, "cache-control": UNCACHED };
    return new Response(null, { status: 303, headers });
  };
}

function own<T>(table: Partial<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
