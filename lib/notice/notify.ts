import type { Address } from "../address";
import { type Database, db } from "../database/client";
import { once } from "../once";
import type { Requester } from "../requester";

/** What a person is told by mail about their own account (OWASP ASVS 6.3.5, 6.3.7). */
export type NoticeKind =
  | "new-device"
  | "password-changed"
  | "password-off"
  | "google-linked"
  | "google-unlinked"
  | "name-changed"
  | "account-removed";

/** Whether a notice of this process waits to be sent. */
export const noticesDue = once("notices-due", () => ({ yes: false }));

/**
 * One transaction of something and of the notices that tell of it: neither happens without the other. They are due once
 * it is over, since nobody can send them before.
 */
export async function telling<T>(work: (transaction: Database) => Promise<T>): Promise<T> {
  const done = await db().$transaction(work);
  noticesDue.yes = true;
  return done;
}

/** Keeps a notice as a row; it is sent after the answer, and never delays or fails what it tells of. */
export async function notify(
  kind: NoticeKind,
  address: Address,
  { device, place }: Requester,
  database: Database = db(),
): Promise<void> {
  await database.notice.create({ data: { kind, address, device, place }, select: { id: true } });
  noticesDue.yes = true;
}
