import { limits } from "../config/limits";
import { db } from "../database/client";
import type { Email } from "../email";
import { throttled } from "../telemetry/tell";

/** Mails of different purposes are counted apart. */
export type EmailPurpose = "magic-link" | "registration" | "reset";

/** Until when the next send to an address has to wait, by the database's clock. */
export type Wait = { seconds: number; at: Date; reason: "gap" | "window" };
export type Reservation = { ok: true; at: Date } | { ok: false; wait: Wait };

/**
 * Counts a send before it happens: at most one in 60 s and five in any 60 minutes, whichever process asks. One row
 * holds the latest five, so one statement decides and counts; its row lock lets one of fifty through. A process that
 * dies afterwards leaves the send counted.
 */
export async function reserveEmail(purpose: EmailPurpose, address: Email): Promise<Reservation> {
  // read first: whoever has to wait anyway takes no lock
  const wait = await emailWait(purpose, address);
  if (wait) return refused(wait);
  const [row] = await db().$queryRaw<{ at: Date }[]>`
    insert into "SendThrottle" as t (purpose, address, sent1) values (${purpose}, ${address}, clock_timestamp())
    on conflict (purpose, address) do update
      set sent5 = t.sent4, sent4 = t.sent3, sent3 = t.sent2, sent2 = t.sent1, sent1 = clock_timestamp()
      where (t.sent1 is null or t.sent1 <= clock_timestamp() - make_interval(secs => ${limits.emailGapSeconds}::int))
        and (t.sent5 is null or t.sent5 <= clock_timestamp() - make_interval(secs => ${limits.emailWindowSeconds}::int))
    returning sent1 as at`;
  if (row) return { ok: true, at: row.at };
  const lost = await emailWait(purpose, address);
  return refused(lost ?? { seconds: 1, at: new Date(), reason: "gap" });
}

function refused(wait: Wait): Reservation {
  throttled(`send-${wait.reason}`);
  return { ok: false, wait };
}

/** Gives a send back that the mail server refused; a later one in the meantime leaves it counted. */
export async function releaseEmail(purpose: EmailPurpose, address: Email, at: Date): Promise<void> {
  await db().$executeRaw`
    update "SendThrottle" set sent1 = sent2, sent2 = sent3, sent3 = sent4, sent4 = sent5, sent5 = null
    where purpose = ${purpose} and address = ${address} and sent1 = ${at}::timestamptz(3)`;
}

/** How long the next send has to wait; null when it may go now. Reads only. */
export async function emailWait(purpose: EmailPurpose, address: string): Promise<Wait | null> {
  const [row] = await db().$queryRaw<{ seconds: number; at: Date; reason: "gap" | "window" }[]>`
    select at, greatest(1, ceil(extract(epoch from at - clock_timestamp())))::int as seconds,
      case when at = "windowEnds" then 'window' else 'gap' end as reason
    from (
      select greatest("gapEnds", "windowEnds") as at, "windowEnds" from (
        select sent1 + make_interval(secs => ${limits.emailGapSeconds}::int) as "gapEnds",
          sent5 + make_interval(secs => ${limits.emailWindowSeconds}::int) as "windowEnds"
        from "SendThrottle" where purpose = ${purpose} and address = ${address}
      ) as ends
    ) as waits where at > clock_timestamp()`;
  return row ?? null;
}
