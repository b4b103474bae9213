import { expect } from "vitest";
import type { Email } from "@/lib/email";
import { confirmEmailChange } from "@/lib/email-change/confirm";
import { sendNotices } from "@/lib/notice/send";
import { recoverPassword } from "@/lib/recovery/request";
import { newToken } from "@/lib/secrets";
import { startSession } from "@/lib/session/start";
import { findUserById } from "@/lib/user/find";
import { tokenIn } from "@/testing/program";
import { database, inbox } from "../unit";
import { withPassword } from "./passwords";
import { someone, stranger } from "./people";
import { mint } from "./tokens";

export type Mover = { id: string; address: Email; session: { id: string; token: string } };

/** Somebody with `PASSWORD` who is in, and may ask for another address. */
export async function mover(): Promise<Mover> {
  const person = await withPassword();
  const { id, token } = await startSession(person, "password", stranger());
  return { ...person, session: { id, token } };
}

/** The token of a change to that address, as its mail carries it. */
export const changeOf = async ({ id: userId, session }: Mover, to: Email) =>
  (await mint(to, { purpose: "email-change", userId, sessionId: session.id })).token;

/** Changes somebody's address. @returns the new one */
export async function moved(person: Mover, to = someone()): Promise<Email> {
  const confirmed = await confirmEmailChange(await changeOf(person, to), stranger());
  expect(confirmed).toEqual({ ok: true, address: to });
  return to;
}

/** The link of the notice to an old address. */
export async function undoOf(old: Email): Promise<string> {
  await sendNotices();
  const mails = await inbox.mails(old);
  const notice = mails.findLast(({ subject }) => subject.startsWith("Cambiaste el correo"));
  return tokenIn(notice ?? { links: [] });
}

/** The same of a mail that was asked for at the old address later. */
export async function undoAskedFor(old: Email): Promise<string> {
  const { id } = await inbox.wait(old);
  expect(await recoverPassword(old, newToken(), stranger())).toEqual({ ok: true });
  return tokenIn(await inbox.wait(old, id));
}

export const addressOf = async ({ id }: { id: string }) => (await findUserById(id))?.address;

/** What happened, as it is kept for its owner. */
export const eventsOf = async ({ id }: { id: string }) =>
  (
    await database.sql<{ event: string }>(
      'select event from "Activity" where "userId" = $1 order by id',
      [id],
    )
  ).map(({ event }) => event);
