import { settings } from "../config/settings";
import type { Email } from "../email";
import { faultOf, log } from "../log/log";
import { MailRefused, sendMail } from "../mail/send";
import { isTimeZone, offered, type Reader, withReader } from "../messages/reader";
import { callOffUrl } from "../token/lost-phone";
import type { Minting } from "../token/one-time";
import { undoUrl } from "../token/undo";
import { BATCH, type ClaimedMail, claimMails, markSent, release } from "./claim";
import { noticeLetter } from "./letters";
import type { NoticeKind } from "./notify";

/** The account's, whoever's request sends it. */
const readerOf = ({ language, timeZone }: ClaimedMail): Reader => ({
  language: offered(language) ?? settings().languages[0],
  timeZone: isTimeZone(timeZone) ? timeZone : null,
});

const PATIENCE_MS = 3_000;

/** Each is claimed by one process; refused ones wait for `retryNotices`. Never throws. @returns how many were sent */
export async function sendNotices(): Promise<number> {
  return (await sendBatch(false)).sent;
}

/** The clean-up's part: refused ones too. @returns how many were sent */
export async function retryNotices(): Promise<number> {
  const deadline = performance.now() + PATIENCE_MS;
  let all = 0;
  for (;;) {
    const { claimed, sent } = await sendBatch(true);
    all += sent;
    if (claimed < BATCH || sent === 0 || performance.now() > deadline) return all;
  }
}

async function sendBatch(retry: boolean): Promise<{ claimed: number; sent: number }> {
  try {
    const mails = await claimMails(retry);
    const sent = await Promise.all(mails.map(send));
    return { claimed: mails.length, sent: sent.filter(Boolean).length };
  } catch (fault) {
    log.error(faultOf(fault), "notice: not sent");
    return { claimed: 0, sent: 0 };
  }
}

/** Minted now: a mail that waited holds a link that works for as long as any. */
function urlOf(kind: NoticeKind, address: Email, client: Minting["client"]) {
  switch (kind) {
    case "email-changed":
      return undoUrl(address, client);
    case "lost-phone-asked":
    case "lost-phone-soon":
      return callOffUrl(address, client);
    default:
      return null;
  }
}

async function send(mail: ClaimedMail): Promise<boolean> {
  const { kind, address } = mail;
  try {
    const [origin] = mail.origins;
    const url = await urlOf(kind, address, { ...origin, subnet: null });
    const notice = { ...mail, ...origin, ...(url && { url }) };
    const letter = withReader(readerOf(mail), () => noticeLetter(kind, notice));
    await sendMail({ to: address, ...letter }, "notice");
    await markSent(mail);
    return true;
  } catch (fault) {
    log.warn({ ...faultOf(fault), kind }, "notice: not sent yet");
    // any other error leaves it unknown whether the mail went out
    if (fault instanceof MailRefused) await release(mail);
    return false;
  }
}
