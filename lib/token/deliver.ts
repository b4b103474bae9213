import type { ClientInfo } from "../client-info";
import type { Email } from "../email";
import type { Written } from "../mail/letter";
import { MailRefused, sendMail } from "../mail/send";
import {
  type EmailPurpose,
  emailWait,
  releaseEmail,
  reserveEmail,
  type Wait,
} from "../rate-limit/emails";
import { countInSubnet, mailWait, uncountInSubnet } from "../rate-limit/subnets";
import { throttled } from "../telemetry/tell";
import { discardToken, type Minted, type Minting, mintToken } from "./one-time";

export type Delivered =
  | { ok: true }
  | { ok: false; refusal: "throttled"; wait: Wait }
  | { ok: false; refusal: "range-full"; seconds: number }
  | { ok: false; refusal: "mail-refused" };

/**
 * Sends a token to an address: counted first, minted, handed over; and when the mail server refuses, everything is
 * given back. A process that dies in between leaves the send counted and the link dead in nobody's inbox.
 * @param purpose under which the send is counted
 * @param letter writes the mail around the token
 */
export async function deliver(
  purpose: EmailPurpose,
  minting: Minting,
  letter: (minted: Minted) => Written,
): Promise<Delivered> {
  const { address, client } = minting;
  const admitted = await admit(purpose, address, client);
  if (!admitted.ok) return admitted;
  const minted = await mintToken(minting);
  try {
    await sendMail({ to: address, ...letter(minted) }, purpose);
    return { ok: true };
  } catch (fault) {
    if (!(fault instanceof MailRefused)) throw fault;
    await discardToken(minted.tokenHash);
    await Promise.all([releaseEmail(purpose, address, admitted.at), uncountInSubnet(admitted.hit)]);
    return { ok: false, refusal: "mail-refused" };
  }
}

/** What a send would be refused for as things stand, or null. Reads only, before work is done for it in vain. */
export async function sendRefusal(
  purpose: EmailPurpose,
  address: Email,
  { subnet }: ClientInfo,
): Promise<Refused | null> {
  const seconds = await mailWait(subnet);
  if (seconds) {
    throttled("mails-in-range");
    return { ok: false, refusal: "range-full", seconds };
  }
  const wait = await emailWait(purpose, address);
  if (wait) throttled(`send-${wait.reason}`);
  return wait && { ok: false, refusal: "throttled", wait };
}

type Refused = Exclude<Delivered, { ok: true }>;
type Admitted = { ok: true; at: Date; hit: bigint } | Refused;

async function admit(purpose: EmailPurpose, address: Email, client: ClientInfo): Promise<Admitted> {
  const range = await countInSubnet("mail", client.subnet);
  if (!range.ok) return { ok: false, refusal: "range-full", seconds: range.seconds };
  const reservation = await reserveEmail(purpose, address);
  if (reservation.ok) return { ok: true, at: reservation.at, hit: range.hit };
  await uncountInSubnet(range.hit);
  return { ok: false, refusal: "throttled", wait: reservation.wait };
}
