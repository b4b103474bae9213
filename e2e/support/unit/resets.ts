import { expect } from "vitest";
import type { Email } from "@/lib/email";
import { signInByPassword } from "@/lib/password/sign-in";
import { type SignedInUser, userOfSession } from "@/lib/session/current";
import { startSession } from "@/lib/session/start";
import { peekToken } from "@/lib/token/peek";
import { database } from "../unit";
import { PASSWORD, withPassword } from "./passwords";
import { stranger } from "./people";
import { mint } from "./tokens";

/** The token of a reset that an address has asked for. */
export const resetOf = async (address: Email) => (await mint(address, { purpose: "reset" })).token;

/** What its owner was told, or is to be told. */
export const noticesOf = (address: Email) =>
  database.sql('select kind from "Notice" where address = $1', [address]);

/** Tries a password, from a network of its own. */
export const enter = (address: Email, password: string) =>
  signInByPassword(address, password, stranger());

/** Who is in by that session. */
export async function ownerBy(token: string): Promise<SignedInUser> {
  const user = await userOfSession(token);
  if (!user) throw new Error("nobody is in");
  return user;
}

/** What a new password changes, as tables are written: whoever is cut off before one of them has changed nothing. */
export const SAVING = [
  ...["User", "Session", "TryThrottle"].map((table) => `update on "${table}"`),
  ...["Activity", "Notice", "Session"].map((table) => `insert on "${table}"`),
];

/** Somebody with `PASSWORD` who is in, slowed down, and has asked for two resets. */
export async function waiting() {
  const person = await withPassword();
  const session = (await startSession(person, "password", stranger())).token;
  const resets = [await resetOf(person.address), await resetOf(person.address)] as const;
  await database.sql('insert into "TryThrottle" (address, failures) values ($1, 5)', [
    person.address,
  ]);
  return { ...person, session, resets };
}

/** Everything is as it was when they waited. */
export async function nothingHappened({
  address,
  session,
  resets,
}: Awaited<ReturnType<typeof waiting>>): Promise<void> {
  for (const reset of resets)
    expect(await peekToken(reset, "reset")).toMatchObject({ state: "valid" });
  expect(await userOfSession(session)).toMatchObject({ address });
  expect(await noticesOf(address)).toEqual([]);
  expect(await enter(address, PASSWORD)).toMatchObject({ ok: true });
}
