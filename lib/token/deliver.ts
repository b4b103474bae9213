import { Prisma } from "@/prisma/generated/client";
import type { ClientInfo } from "../client-info";
import { ask, db } from "../database/client";
import type { Written } from "../mail/letter";
import { MailRefused, sendMail } from "../mail/send";
import {
  countingEmail,
  type EmailPurpose,
  type EmailRefusal,
  type Reserved,
  releaseEmail,
  reservedOf,
  reserveEmail,
  type Wait,
} from "../rate-limit/emails";
import { newToken, sha256 } from "../secrets";
import { discardToken, type Minted, type Minting, minted } from "./one-time";

/** `sender-limited`: not the address but whoever asks has to wait. */
export type Delivered =
  | { ok: true }
  | EmailRefusal
  | { ok: false; refusal: "sender-limited"; wait: Wait }
  | { ok: false; refusal: "mail-refused" };

type Along<Read> = {
  /** user for whom it is counted too: by their id, so that mail to their address leaves them their own */
  sender?: string;
  /** SQL, a list of columns that the letter depends on */
  reads?: Prisma.Sql;
  /** SQL, an insert into `Activity` from `reserved`, where the send is counted, that returns its `id` */
  records?: Prisma.Sql;
  readonly read?: Read;
};

type Asked = Minting & { client: Pick<ClientInfo, "subnet"> };
type Counted = Reserved & { minted: Minted; activity: bigint | null };

/**
 * One statement looks, counts and stores, so that a process that dies leaves the send counted; then the mail goes. When
 * the mail server refuses it, everything is given back.
 * @param purpose under which the send is counted
 */
export async function deliver<Read = unknown>(
  purpose: EmailPurpose,
  minting: Asked,
  letter: (minted: Minted, read: Read) => Written | Promise<Written>,
  along: Along<Read> = {},
): Promise<Delivered> {
  const { address } = minting;
  const { sender } = along;
  const counted = await count<Read>(purpose, minting, along);
  if (!counted.ok) return counted;
  const giveBack = () => giveAllBack(purpose, address, counted);
  const own = sender && (await reserveEmail(purpose, sender, null));
  if (own && !own.ok) {
    await giveBack();
    return own.refusal === "rate-limited" ? { ...own, refusal: "sender-limited" } : own;
  }
  try {
    await sendMail({ to: address, ...(await letter(counted.minted, counted.read)) }, purpose);
    return { ok: true };
  } catch (fault) {
    if (!(fault instanceof MailRefused)) throw fault;
    await giveBack();
    if (sender && own) await releaseEmail(purpose, sender, own);
    return { ok: false, refusal: "mail-refused" };
  }
}

async function count<Read>(
  purpose: EmailPurpose,
  minting: Asked,
  { reads, records }: Along<Read>,
): Promise<(Counted & { read: Read }) | EmailRefusal> {
  const { address, client, token = newToken() } = minting;
  type Row = { hit: string | null; at: Date | null; mintedAt: Date; activity: string | null };
  const [row] = await ask<Row & Read>(Prisma.sql`
    with ${countingEmail(purpose, address, client.subnet)},
    minted as (${minted(minting, token, Prisma.sql`from reserved`)}),
    recorded as (${records ?? NOTHING})
    select hit, (select sent1 from reserved) as at, (select at from minted) as "mintedAt",
      (select id from recorded) as activity ${reads ? Prisma.sql`, ${reads}` : Prisma.empty}
    from range`);
  const hit = idOf(row?.hit);
  const reserved = await reservedOf({ hit, at: row?.at ?? null }, purpose, address, client.subnet);
  if (!reserved.ok || !row) return reserved as EmailRefusal;
  const made = { token, tokenHash: sha256(token), at: row.mintedAt };
  return { ...reserved, minted: made, activity: idOf(row.activity), read: row };
}

const idOf = (text: string | null | undefined) => (text ? BigInt(text) : null);

const NOTHING = Prisma.sql`select null::bigint as id where false`;

async function giveAllBack(
  purpose: EmailPurpose,
  address: string,
  { minted: { tokenHash }, activity, ...reserved }: Counted,
): Promise<void> {
  await discardToken(tokenHash);
  if (activity !== null) await db().activity.deleteMany({ where: { id: activity } });
  await releaseEmail(purpose, address, reserved);
}
