import { handleAuth } from "@/lib/auth/handler";
import { cookieName } from "@/lib/http/cookies";
import { readFlash } from "@/lib/http/flash";
import { userOfSession } from "@/lib/session/current";
import { Caller, type Handler } from "./caller";

export const AUTH = "/api/auth";

/** What `app/api/auth/[...nextauth]` does with a request. */
export const auth: Handler = (request) =>
  handleAuth(request, request.nextUrl.pathname.slice(AUTH.length + 1).split("/"));

/** A browser at the doors of next-auth. */
export const browser = () => new Caller(auth);

/** Who is signed in there. */
export const whoIsIn = ({ cookies }: Caller) => userOfSession(cookies.get(cookieName("session")));

/** What the browser would be told on that page. */
export async function noticeAt(page: string, { cookies }: Caller) {
  return (await readFlash(page, (kind) => cookies.get(cookieName(kind))))?.notice ?? null;
}

/** Where an answer leads. */
export const led = (response: Response) => [response.status, response.headers.get("location")];

/** What a program is answered. */
export const said = async <T = Record<string, unknown>>(response: Response) => ({
  status: response.status,
  ...((await response.json()) as T),
});
