import { Prisma } from "@/prisma/generated/client";
import { limits } from "../config/limits";
import { db } from "../database/client";
import { throttled } from "../telemetry/counters";
import { countMail, mailWait, uncountInSubnet } from "./subnets";

export type EmailPurpose = "magic-link" | "registration" | "reset" | "email-change";

export type Wait = { seconds: number; at: Date; reason: "gap" | "window" };
/** `subnet-full`: the subnet has asked for too many. */
export type EmailRefusal =
  | { ok: false; refusal: "rate-limited"; wait: Wait }
  | { ok: false; refusal: "subnet-full"; seconds: number };
/** `hit` is its row in the subnet's window. */
export type Reserved = { ok: true; at: Date; hit: bigint };

/**
 * Counted before it is sent, one in 60 s and five in any 60 minutes, whichever process asks. One row holds the latest
 * five: one statement decides, counts and locks. A process that dies leaves it counted.
 * @param address or the id of the user who asks
 * @param subnet null where it has counted already
 */
export async function reserveEmail(
  purpose: EmailPurpose,
  address: string,
  subnet: string | null,
): Promise<Reserved | EmailRefusal> {
  const [row] = await db().$queryRaw<CountedEmail[]>`
    with ${countingEmail(purpose, address, subnet)}
    select hit, (select sent1 from reserved) as at from range`;
  return reservedOf(row, purpose, address, subnet);
}

type CountedEmail = { hit: bigint | null; at: Date | null };

/** The same as part of another statement: `range` with its hit, and `reserved`, which has a row where the send may go. */
export function countingEmail(
  purpose: EmailPurpose,
  address: string,
  subnet: string | null,
): Prisma.Sql {
  const hitOf = subnet === null ? NO_HIT : countMail(subnet);
  // read first: a request that has to wait counts nowhere and takes no lock
  return Prisma.sql`
    range as materialized (
      select ${hitOf} as hit where not exists (${waitOf(purpose, address)})),
    reserved as (
      insert into "SendThrottle" as t (purpose, address, sent1)
      select ${purpose}, ${address}, clock_timestamp() from range where hit is not null
      on conflict (purpose, address) do update
        set sent5 = t.sent4, sent4 = t.sent3, sent3 = t.sent2, sent2 = t.sent1, sent1 = clock_timestamp()
        where (t.sent1 is null or t.sent1 <= clock_timestamp() - make_interval(secs => ${limits.emailGapSeconds}::int))
          and (t.sent5 is null or t.sent5 <= clock_timestamp() - make_interval(secs => ${limits.emailWindowSeconds}::int))
      returning sent1)`;
}

/** What was counted, or why not. */
export async function reservedOf(
  row: CountedEmail | undefined,
  purpose: EmailPurpose,
  address: string,
  subnet: string | null,
): Promise<Reserved | EmailRefusal> {
  const { hit = null, at = null } = row ?? {};
  if (hit !== null && at) return { ok: true, at, hit };
  // another request of the same instant was first
  if (hit !== null && subnet !== null) await uncountInSubnet(hit);
  const wait = { seconds: 1, at: new Date(), reason: "gap" } as const;
  const soon = { ok: false, refusal: "rate-limited", wait } as const;
  return (await emailRefusal(purpose, address, subnet)) ?? soon;
}

/** Reads only, before work is done in vain; null when a send may go. */
export async function emailRefusal(
  purpose: EmailPurpose,
  address: string,
  subnet: string | null,
): Promise<EmailRefusal | null> {
  const seconds = subnet !== null && (await mailWait(subnet));
  if (seconds) {
    throttled("mails-in-range");
    return { ok: false, refusal: "subnet-full", seconds };
  }
  const wait = await emailWait(purpose, address);
  if (wait) throttled(`send-${wait.reason}`);
  return wait && { ok: false, refusal: "rate-limited", wait };
}

/** For a mail that the server refused; after a later send to the address it stays counted there. */
export async function releaseEmail(
  purpose: EmailPurpose,
  address: string,
  { at, hit }: Reserved,
): Promise<void> {
  await db().$executeRaw`
    with uncounted as (delete from "RangeHit" where id = ${hit})
    update "SendThrottle" set sent1 = sent2, sent2 = sent3, sent3 = sent4, sent4 = sent5, sent5 = null
    where purpose = ${purpose} and address = ${address} and sent1 = ${at}::timestamptz(3)`;
}

/** Reads only; the longest wait of these addresses, or users by their id; null when it may go now. */
export async function emailWait(
  purpose: EmailPurpose,
  ...addresses: string[]
): Promise<Wait | null> {
  const [row] = await db().$queryRaw<Wait[]>`
    ${waitOf(purpose, ...addresses)} order by at desc limit 1`;
  return row ?? null;
}

/** No row has it. */
const NO_HIT = Prisma.sql`0::bigint`;

const waitOf = (purpose: EmailPurpose, ...addresses: string[]) => Prisma.sql`
  select at, greatest(1, ceil(extract(epoch from at - clock_timestamp())))::int as seconds,
    case when at = "windowEnds" then 'window' else 'gap' end as reason
  from (
    select greatest("gapEnds", "windowEnds") as at, "windowEnds" from (
      select sent1 + make_interval(secs => ${limits.emailGapSeconds}::int) as "gapEnds",
        sent5 + make_interval(secs => ${limits.emailWindowSeconds}::int) as "windowEnds"
      from "SendThrottle" where purpose = ${purpose} and address = any(${addresses}::text[])
    ) as ends
  ) as waits where at > clock_timestamp()`;
