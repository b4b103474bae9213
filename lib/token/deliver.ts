import type { ClientInfo } from "../client-info";
import type { Written } from "../mail/letter";
import { MailRefused, sendMail } from "../mail/send";
import {
  type EmailPurpose,
  type EmailRefusal,
  releaseEmail,
  reserveEmail,
  type Wait,
} from "../rate-limit/emails";
import { discardToken, type Minted, type Minting, mintToken } from "./one-time";

/** `sender-limited`: not the address but whoever asks has to wait. */
export type Delivered =
  | { ok: true }
  | EmailRefusal
  | { ok: false; refusal: "sender-limited"; wait: Wait }
  | { ok: false; refusal: "mail-refused" };

/**
 * When the mail server refuses, everything is given back; a process that dies leaves the send counted.
 * @param purpose under which the send is counted
 * @param sender user for whom it is counted too: by their id, so that mail to their address leaves them their own
 */
export async function deliver(
  purpose: EmailPurpose,
  minting: Minting & { client: Pick<ClientInfo, "subnet"> },
  letter: (minted: Minted) => Written | Promise<Written>,
  sender?: string,
): Promise<Delivered> {
  const { address, client } = minting;
  const reserved = await reserveEmail(purpose, address, client.subnet);
  if (!reserved.ok) return reserved;
  const giveBack = () => releaseEmail(purpose, address, reserved);
  const own = sender && (await reserveEmail(purpose, sender, null));
  if (own && !own.ok) {
    await giveBack();
    return own.refusal === "rate-limited" ? { ...own, refusal: "sender-limited" } : own;
  }
  const minted = await mintToken(minting);
  try {
    await sendMail({ to: address, ...(await letter(minted)) }, purpose);
    return { ok: true };
  } catch (fault) {
    if (!(fault instanceof MailRefused)) throw fault;
    await discardToken(minted.tokenHash);
    await giveBack();
    if (sender && own) await releaseEmail(purpose, sender, own);
    return { ok: false, refusal: "mail-refused" };
  }
}
