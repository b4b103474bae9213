import type { Address } from "../address";
import { type Database, db } from "../database/client";
import { onceCommitted } from "../database/transaction";
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

/** Keeps a notice as a row; it is sent after the answer, and never delays or fails what it tells of. */
export async function notify(
  kind: NoticeKind,
  address: Address,
  { device, place }: Requester,
  database: Database = db(),
): Promise<void> {
  await database.notice.create({ data: { kind, address, device, place }, select: { id: true } });
  noticeIsDue(database);
}

/** A notice waits to be sent, once the transaction that wrote it is over: nobody sees it before. */
export function noticeIsDue(database: Database): void {
  onceCommitted(database, () => {
    noticesDue.yes = true;
  });
}
