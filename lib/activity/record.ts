import type { ClientInfo } from "../client-info";
import { type Database, db } from "../database/client";

export type ActivityEvent =
  | "signed-in"
  | "signed-out"
  | "link-asked"
  | "password-refused"
  | "code-refused"
  | "password-off"
  | "registered"
  | "password-changed"
  | "google-linked"
  | "google-unlinked"
  | "name-changed"
  | "email-change-asked"
  | "email-changed"
  | "email-undone"
  | "passkey-added"
  | "passkey-removed"
  | "passkey-renamed"
  | "passkey-counter"
  | "second-step-on"
  | "second-step-off"
  | "second-step-refused"
  | "recovery-codes-made"
  | "recovery-code-used"
  | "device-trusted"
  | "device-untrusted"
  | "lost-phone-asked"
  | "lost-phone-cancelled"
  | "session-ended"
  | "sessions-ended"
  | "other-sessions-ended"
  | "data-downloaded"
  | "slow-down-lifted"
  | "account-removed";

export type NewActivity = {
  event: ActivityEvent;
  address: string;
  userId?: string | null;
  method?: string | null;
  client: Pick<ClientInfo, "device" | "subnet" | "place">;
  /** why, in the words of an operator */
  note?: string | null;
};

/** Kept for 180 days (OWASP ASVS 16.3.1). */
export async function recordActivity(
  activity: NewActivity,
  database: Database = db(),
): Promise<void> {
  const { event, address, userId = null, method = null, client, note = null } = activity;
  const { device, subnet, place } = client;
  await database.activity.create({
    data: { event, address, userId, method, device, network: subnet, place, note },
    select: { id: true },
  });
}
