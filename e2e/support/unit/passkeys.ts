import { randomBytes } from "node:crypto";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { POST as add } from "@/app/cuenta/llaves/agregar/route";
import { POST as askToAdd } from "@/app/cuenta/llaves/reto/route";
import { cookieName } from "@/lib/http/cookies";
import { userOfSession } from "@/lib/session/current";
import { startSession } from "@/lib/session/start";
import { database } from "../unit";
import { AUTH, auth } from "./auth";
import { Authenticator } from "./authenticator";
import { Caller, type Handler, PROGRAM } from "./caller";
import { newPerson, stranger } from "./people";

type Person = Awaited<ReturnType<typeof newPerson>>;
type SignedIn = Person & { token: string; user(): ReturnType<typeof userOfSession> };

/** Somebody who has just signed in. */
export async function signedInPerson(method: "password" | "email" = "email"): Promise<SignedIn> {
  const person = await newPerson();
  const { token } = await startSession(person, method, stranger());
  return { ...person, token, user: () => userOfSession(token) };
}

/** A program at a form of theirs. */
export function at(handler: Handler, { id, token }: SignedIn): Caller {
  const caller = new Caller(handler, PROGRAM, { person: id });
  caller.cookies.set(cookieName("session"), token);
  return caller;
}

export async function creationOptionsOf(
  person: SignedIn,
  fields: Record<string, string> = {},
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const response = await at(askToAdd, person).post("/cuenta/llaves/reto", fields);
  return (await response.json()).options;
}

export const addTo = (person: SignedIn, made: unknown, fields: Record<string, string> = {}) =>
  at(add, person).post("/cuenta/llaves/agregar", { credential: JSON.stringify(made), ...fields });

/** Somebody with a passkey. */
export async function withPasskey(
  authenticator = new Authenticator(),
): Promise<SignedIn & { authenticator: Authenticator }> {
  const person = await signedInPerson();
  const response = await addTo(person, authenticator.create(await creationOptionsOf(person)));
  if (!response.ok) throw new Error(await response.text());
  return { ...person, authenticator };
}

/** A program at the doors of next-auth, which keeps cookies. */
export const programBrowser = () => new Caller(auth, PROGRAM);

export async function signInOptionsOf(
  caller: Caller,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return (await (await caller.post(`${AUTH}/signin/passkey`)).json()).options;
}

export const signInWith = (caller: Caller, answer: unknown, fields: Record<string, string> = {}) =>
  caller.post(`${AUTH}/callback/passkey`, { credential: JSON.stringify(answer), ...fields });

/** Gives somebody a passkey past the product, as if they had added it. */
export async function keepPasskey(
  userId: string,
  authenticator = new Authenticator(),
): Promise<Authenticator> {
  authenticator.userHandle = randomBytes(32).toString("base64url");
  await database.sql(
    `with owner as (update "User" set "passkeyHandle" = $2 where id = $1 returning id)
     insert into "Passkey" ("userId", "credentialId", "publicKey", counter, aaguid, "backedUp", name)
     select id, $3, $4, 0, '', false, 'Llave' from owner`,
    [userId, authenticator.userHandle, authenticator.id, authenticator.publicKey],
  );
  return authenticator;
}
