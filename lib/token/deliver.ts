import type { Written } from "../mail/letter";
import { MailRefused, sendMail } from "../mail/send";
import {
  type EmailPurpose,
  type EmailRefusal,
  releaseEmail,
  reserveEmail,
} from "../rate-limit/emails";
import { discardToken, type Minted, type Minting, mintToken } from "./one-time";

export type Delivered = { ok: true } | EmailRefusal | { ok: false; refusal: "mail-refused" };

/**
 * When the mail server refuses, everything is given back; a process that dies leaves the send counted.
 * @param purpose under which the send is counted
 */
export async function deliver(
  purpose: EmailPurpose,
  minting: Minting,
  letter: (minted: Minted) => Written,
): Promise<Delivered> {
  const { address, client } = minting;
  const reserved = await reserveEmail(purpose, address, client.subnet);
  if (!reserved.ok) return reserved;
  const minted = await mintToken(minting);
  try {
    await sendMail({ to: address, ...letter(minted) }, purpose);
    return { ok: true };
  } catch (fault) {
    if (!(fault instanceof MailRefused)) throw fault;
    await discardToken(minted.tokenHash);
    await releaseEmail(purpose, address, reserved);
    return { ok: false, refusal: "mail-refused" };
  }
}
