import type { ClientInfo } from "../client-info";
import { type Database, db } from "../database/client";
import type { Email } from "../email";

/** What owners are notified of (OWASP ASVS 6.3.5, 6.3.7). */
export const NOTICE_KINDS = [
  "new-device",
  "password-changed",
  "password-off",
  "google-linked",
  "google-unlinked",
  "account-removed",
  "email-changed",
  "email-confirmed",
  "email-undone",
  "passkey-added",
  "passkey-removed",
  "second-step-on",
  "second-step-off",
  "recovery-codes-made",
  "recovery-code-used",
  "lost-phone-asked",
  "lost-phone-soon",
  "lost-phone-cancelled",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A mail each, at once: by a password, an address or a second step that is off an attacker takes the account over. */
export const NEVER_DELAYED: NoticeKind[] = [
  "password-changed",
  "password-off",
  "email-changed",
  "email-confirmed",
  "email-undone",
  "second-step-off",
  "lost-phone-asked",
  "lost-phone-soon",
];

/** An account's, of its last sign-in. */
export type AccountReader = { language: string | null; timeZone: string | null };

/**
 * Keeps a row, sent after the reply: it neither delays nor fails what it reports.
 * @param reader where no account has that address any more; else it is the account's
 */
export async function notify(
  kind: NoticeKind,
  address: Email,
  { device, place }: ClientInfo,
  database: Database = db(),
  reader?: AccountReader,
): Promise<void> {
  const data = { kind, address, device, place, ...reader };
  await database.notice.create({ data, select: { id: true } });
}
