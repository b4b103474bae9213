import type { NextRequest } from "next/server";
import { settings } from "../config/settings";
import { contextOf } from "../http/context";
import { cookieName } from "../http/cookies";
import { requireCookies } from "../http/cookies-required";
import { countingSignIn } from "../http/count-sign-in";
import { plantCsrf } from "../http/csrf";
import { afterRead, faultReply, handlePost, type Verb } from "../http/endpoint";
import { hasToken } from "../http/fields";
import { unlessOtherUser } from "../http/for-user";
import { UNCACHED } from "../http/headers";
import { isProgram, respond, wrongMethod } from "../http/reply";
import type { AuthAction, Path } from "../routes";
import {
  askForLink,
  journeyOf,
  signInByGoogle,
  signInByPassword,
  signOut,
  useCode,
  useLink,
} from "./actions";
import { returnFromGoogle } from "./google/return";
import { authOptions } from "./options";
import { runNextAuth } from "./run-next-auth";

type Reading = (request: NextRequest, action: string) => Promise<Response>;

const byLink = requireCookies("/login/link", (context) =>
  countingSignIn("magic-link", () => useLink(context)),
);
// the sent page is not shown without its cookie
const byCode = requireCookies("/login/correo", (context) =>
  countingSignIn("code", () => useCode(context)),
);

const POSTS: Record<AuthAction<"POST">, Verb> = {
  "signin/email": requireCookies("/login/correo", askForLink),
  "signin/google": requireCookies("/login", signInByGoogle),
  "callback/credentials": requireCookies("/login", (context) =>
    countingSignIn("password", () => signInByPassword(context)),
  ),
  "callback/email": (context) => (hasToken(context) ? byLink(context) : byCode(context)),
  signout: signOut,
};

const GETS: Record<AuthAction<"GET">, Reading> = {
  session: readNextAuth,
  csrf: readNextAuth,
  providers: readNextAuth,
  signin: leadTo("/login"),
  "signin/email": leadTo("/login/correo"),
  "signin/google": leadTo("/login"),
  "signin/credentials": leadTo("/login"),
  signout: leadTo("/cuenta"),
  error: leadTo("/login"),
  "verify-request": leadTo("/login/correo/enviado"),
  "callback/email": leadTo("/login/link"),
  "callback/google": returnFromGoogle,
};

/**
 * The door in front of next-auth: an allow-list of its addresses, every state change a POST with proof of its origin,
 * statuses and `Retry-After` that next-auth cannot give, and no swallowed fault.
 */
export async function handleAuth(request: NextRequest, path: string[]): Promise<Response> {
  const action = path.join("/");
  const post = own(POSTS, action);
  const get = own(GETS, action);
  if (request.method === "POST" && post) return handlePost(request, unlessOtherUser(post));
  if (request.method === "GET" && get) return get(request, action);
  // a look at the head of a page that only leads on is harmless; returning from Google is not
  if (request.method === "HEAD" && get && get !== returnFromGoogle) return get(request, action);
  if (post || get)
    return wrongMethod(request.headers, [get && "GET", post && "POST"].filter(Boolean).join(", "));
  return respond({ ok: false, status: 404, error: "NotFound" }, isProgram(request.headers));
}

/** next-auth's own readings: the session, the csrf token, the providers. */
async function readNextAuth(request: NextRequest, action: string): Promise<Response> {
  afterRead();
  const context = contextOf(request, { values: new Map(), wrong: [] });
  const journey = journeyOf(context, "email", "");
  const cookies: Record<string, string> = {};
  for (const kind of ["session", "csrf"] as const) {
    const value = context.cookie(kind);
    if (value) cookies[cookieName(kind)] = value;
  }
  const google = settings().google && LISTED_GOOGLE;
  const run = { method: "GET", path: [action], cookies } as const;
  const ran = await runNextAuth(run, authOptions({ journey, google }));
  if (journey.fault) return respond(faultReply(journey.fault, "/login"), true);
  const response = Response.json(ran.body ?? {}, { status: ran.status });
  // never the session's: by the time the answer is there, another tab may have signed in or out
  const csrf = ran.cookies.get(cookieName("csrf"));
  if (csrf) response.headers.append("set-cookie", plantCsrf(csrf));
  response.headers.set("cache-control", UNCACHED);
  return response;
}

/** Enough of Google to be listed among the providers without asking it anything. */
const LISTED_GOOGLE = {
  issuer: "https://accounts.google.com",
  authorization_endpoint: "https://accounts.google.com/o/oauth2/v2/auth",
  token_endpoint: "https://oauth2.googleapis.com/token",
  jwks_uri: "https://www.googleapis.com/oauth2/v3/certs",
};

/** What a proxy in front lets through in a `Location`; the callback URL alone may take most of it. */
const LONGEST_QUERY_CHARACTERS = 4096;

/** next-auth's own pages are ours; what the query may hold is judged there. */
function leadTo(page: Path): Reading {
  return async (request) => {
    const { search } = request.nextUrl;
    const location = search.length <= LONGEST_QUERY_CHARACTERS ? page + search : page;
    const headers = { location, "cache-control": UNCACHED };
    return new Response(null, { status: 303, headers });
  };
}

function own<T>(table: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
