import { type HistoryEntry, historyOf } from "@/lib/activity/history";
import { recordActivity } from "@/lib/activity/record";
import { transact } from "@/lib/database/transaction";
import type { Email } from "@/lib/email";
import { messages } from "@/lib/messages/messages";
import { originIn } from "@/lib/messages/origin";
import { sendNotices } from "@/lib/notice/send";
import { liftSlowDown } from "@/lib/rate-limit/lift";
import { takeSecondStepOff } from "@/lib/second-step/carry-out";
import { closeAllSessions } from "@/lib/session/close";
import { endSessionsOfEveryone } from "@/lib/session/end-for-everyone";
import { openSessionsOf } from "@/lib/session/list";
import { exportUser } from "@/lib/user/export";
import { findUserByEmail } from "@/lib/user/find";
import { removeUser } from "@/lib/user/remove";
import { BY_OPERATOR, OPERATOR } from "./operator";

/** What an act did, in a line; `output` is what was asked for, such as a file. */
export type Act =
  | { ok: true; said: string; output?: unknown }
  | { ok: false; refusal: "no-account" };

const NO_ACCOUNT: Act = { ok: false, refusal: "no-account" };
const by = { method: BY_OPERATOR, client: OPERATOR };

/** Ends the sessions of one person, everywhere, from the next request on (OWASP ASVS 7.4.5). */
export async function endSessions(address: Email): Promise<Act> {
  const user = await findUserByEmail(address);
  if (!user) return NO_ACCOUNT;
  const open = await openSessionsOf(user.id);
  await closeAllSessions(user, by);
  return { ok: true, said: `ended ${counted(open.length, "open session")}` };
}

/** Ends the sessions of everybody, after a theft say; people sign in anew, and lose nothing else. */
export async function endEverybodysSessions(): Promise<Act> {
  const people = await endSessionsOfEveryone({ method: BY_OPERATOR, device: OPERATOR.device });
  return { ok: true, said: `ended the open sessions of ${counted(people, "person", "people")}` };
}

/** Ends the slow-down of an address, with or without an account; a password that is off works again. */
export async function lift(address: Email): Promise<Act> {
  const userId = (await findUserByEmail(address))?.id ?? null;
  const lifted = await transact(async (transaction) => {
    const was = await liftSlowDown(address, transaction);
    if (was)
      await recordActivity({ event: "slow-down-lifted", address, userId, ...by }, transaction);
    return was;
  });
  return { ok: true, said: lifted ? "the slow-down is lifted" : "nothing was slowed down" };
}

/** Takes the second step off, as for a lost phone, and ends every session. @param note how the person was known to be the owner, for the history */
export async function endStep(address: Email, note: string): Promise<Act> {
  const user = await findUserByEmail(address);
  if (!user) return NO_ACCOUNT;
  const wasOn = await takeSecondStepOff(user, { ...by, note });
  await sendNotices();
  return { ok: true, said: wasOn ? "the second step is off" : "the second step was off" };
}

/** Removes an account for good, and tells its owner by mail; what the mail server refuses, the clean-up sends. */
export async function remove(address: Email): Promise<Act> {
  const user = await findUserByEmail(address);
  if (!user) return NO_ACCOUNT;
  await removeUser(user, OPERATOR);
  await sendNotices();
  return { ok: true, said: "the account is removed" };
}

/** Everything that is kept about a person; that it was taken is written down first. */
export async function exportOf(address: Email): Promise<Act> {
  const user = await findUserByEmail(address);
  if (!user) return NO_ACCOUNT;
  await recordActivity({ event: "data-downloaded", address, userId: user.id, ...by });
  const output = await exportUser(user);
  return {
    ok: true,
    said: `exported ${counted(output.activity.length, "entry", "entries")}`,
    output,
  };
}

/** What happened to an address; it needs no account, since a removed one leaves its history for 180 days. */
export async function history(address: Email, most = 200): Promise<Act> {
  const happened = await historyOf(address, most);
  return {
    ok: true,
    said: counted(happened.length, "entry", "entries"),
    output: happened.map(line),
  };
}

function line(entry: HistoryEntry): string {
  const { at, event, method, device, network, place, note } = originIn(entry, messages());
  const from = [device, network, place].filter(Boolean).join(", ");
  const what = [event, method && `(${method})`, from, note && `"${note}"`];
  return `${at.toISOString()}  ${what.filter(Boolean).join("  ")}`;
}

function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
