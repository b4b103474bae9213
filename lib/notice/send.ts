import type { Address } from "../address";
import { db } from "../database/client";
import { faultOf, log } from "../log";
import type { Written } from "../mail/letter";
import * as letters from "../mail/letters/notices";
import { MailRefused, sendMail } from "../mail/send";
import { type NoticeKind, noticesDue } from "./notify";

const BATCH = 20;
const MOST_TRIES = 30;
/** seconds after which a notice that was claimed and not sent is another's to send */
const CLAIM = 120;

type Claimed = {
  id: string;
  kind: NoticeKind;
  address: Address;
  device: string;
  place: string | null;
  at: Date;
};

const LETTERS: Record<NoticeKind, (notice: letters.Notice) => Written> = {
  "new-device": letters.newDeviceNotice,
  "password-changed": letters.passwordChangedNotice,
  "password-off": letters.passwordOffNotice,
  "google-linked": letters.googleLinkedNotice,
  "google-unlinked": letters.googleUnlinkedNotice,
  "name-changed": letters.nameChangedNotice,
  "account-removed": letters.accountRemovedNotice,
};

/**
 * Hands over the notices that wait, each claimed by one process. What the mail server refuses stays and is tried again
 * by the clean-up; never throws, since nobody waits for it.
 * @returns how many were sent
 */
export async function sendNotices(): Promise<number> {
  noticesDue.yes = false;
  try {
    const sent = await Promise.all((await claim()).map(send));
    return sent.filter(Boolean).length;
  } catch (fault) {
    log.error(faultOf(fault), "notice: not sent");
    return 0;
  }
}

async function send({ id, kind, ...notice }: Claimed): Promise<boolean> {
  try {
    await sendMail({ to: notice.address, ...LETTERS[kind](notice) }, "notice");
    await db().$executeRaw`update "Notice" set "sentAt" = clock_timestamp() where id = ${id}::uuid`;
    return true;
  } catch (fault) {
    log.warn({ ...faultOf(fault), kind }, "notice: not sent yet");
    if (fault instanceof MailRefused) await release(id);
    return false;
  }
}

/** The next clean-up may try at once; after any other fault nobody knows whether the mail went out. */
async function release(id: string): Promise<void> {
  await db().$executeRaw`update "Notice" set "claimedAt" = null where id = ${id}::uuid`;
}

function claim(): Promise<Claimed[]> {
  return db().$queryRaw<Claimed[]>`
    update "Notice" set "claimedAt" = clock_timestamp(), tries = tries + 1
    where id in (
      select id from "Notice" where "sentAt" is null and tries < ${MOST_TRIES}::int
        and ("claimedAt" is null or "claimedAt" < clock_timestamp() - make_interval(secs => ${CLAIM}::int))
      order by "createdAt" limit ${BATCH} for update skip locked)
    returning id, kind, address, device, place, "createdAt" as at`;
}
