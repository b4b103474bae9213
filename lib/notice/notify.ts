import type { ClientInfo } from "../client-info";
import { type Database, db } from "../database/client";
import type { Email } from "../email";

/** What a person is told by mail about their own account (OWASP ASVS 6.3.5, 6.3.7). */
export const NOTICE_KINDS = [
  "new-device",
  "password-changed",
  "password-off",
  "google-linked",
  "google-unlinked",
  "account-removed",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Each of these is a mail of its own, at once: by a password or an address somebody else takes the account over. */
export const NEVER_HELD: NoticeKind[] = ["password-changed", "password-off"];

/** Keeps a notice as a row; it is sent after the answer, and never delays or fails what it tells of. */
export async function notify(
  kind: NoticeKind,
  address: Email,
  { device, place }: ClientInfo,
  database: Database = db(),
): Promise<void> {
  await database.notice.create({ data: { kind, address, device, place }, select: { id: true } });
}
