import { POST as link } from "@/app/cuenta/metodos/google/vincular/route";
import { google } from "@/e2e/support/unit";
import { cookieName } from "@/lib/http/cookies";
import { startSession } from "@/lib/session/start";
import { AUTH, auth } from "./auth";
import { Caller } from "./caller";
import { newPerson, stranger } from "./people";

/** Where a signed-in person goes to Google to link it. */
export const LINK = "/cuenta/metodos/google/vincular";

/** Somebody who is signed in, at that door and those of next-auth. */
export async function signedIn(headers = {}) {
  const caller = new Caller(
    (request) => (request.nextUrl.pathname === LINK ? link : auth)(request),
    headers,
  );
  return { caller, ...(await enterAs(caller)) };
}

/** Opens a session in that browser. @param person somebody new without one */
export async function enterAs(caller: Caller, person?: Awaited<ReturnType<typeof newPerson>>) {
  const entering = person ?? (await newPerson());
  const session = await startSession(entering, "email", stranger());
  caller.cookies.set(cookieName("session"), session.token);
  caller.always.person = entering.id;
  return { person: entering, session };
}

/** Goes to Google from `/login`, as far as the account chooser. */
export async function start(caller: Caller, fields = {}, path = `${AUTH}/signin/google`) {
  const response = await caller.post(path, fields);
  return { response, url: new URL(response.headers.get("location") ?? "", google.origin) };
}

/** The whole way there and back with the account of that subject. */
export async function signIn(caller: Caller, sub: string, fields = {}): Promise<Response> {
  return caller.get(await back(caller, sub, fields));
}

/** There with the account of that subject. @returns the path that Google leads back to */
export async function back(
  caller: Caller,
  sub: string,
  fields = {},
  path?: string,
): Promise<string> {
  const { url } = await start(caller, fields, path);
  return google.choose(url.href, sub);
}
