import type { Database } from "../database/client";
import type { Email } from "../email";
import { sha256 } from "../secrets";
import { isReserved } from "../token/undo";

/** Somebody else has that address, or can have it back; nothing was changed. */
export class AddressTaken extends Error {
  override name = "AddressTaken";
}

type Mover = { id: string; address: Email };

/**
 * Uses the token, and ends all others of both addresses and of the user: in one statement and one order, as everything
 * locks them. Links by which an old mailbox undoes a change, or keeps the second step on, last for as long as there is something to undo.
 */
export async function useAndEnd(
  token: string,
  { id, address }: Mover,
  other: Email,
  transaction: Database,
): Promise<void> {
  const tokenHash = sha256(token);
  await transaction.$executeRaw`
    with live as materialized (
      select id, "tokenHash" = ${tokenHash} as mine from "OneTimeToken"
      where "usedAt" is null and "endedAt" is null and (purpose not in ('email-undo', 'lost-phone') or "tokenHash" = ${tokenHash})
        and (address in (${address}, ${other}) or "userId" = ${id}::uuid)
      order by id for update)
    update "OneTimeToken" t set
      "usedAt" = case when live.mine then clock_timestamp() end,
      "endedAt" = case when not live.mine then clock_timestamp() end
    from live where t.id = live.id`;
}

/**
 * Under the user's lock, once their tokens are used or ended: the user is known by the other address from now on. Wrong
 * tries go along, so that nobody escapes them.
 * @throws AddressTaken
 */
export async function moveAddress(
  { id, address }: Mover,
  to: Email,
  transaction: Database,
): Promise<void> {
  if (address === to) return;
  await rename(id, to, transaction);
  // looked at afterwards: writing may have waited for a change that made the address free
  if (await isReserved(to, id, transaction)) throw new AddressTaken();
  await carryAttempts(address, to, transaction);
  // what happened to the old address without a name to it stays in their activity
  await transaction.$executeRaw`
    update "Activity" a set "userId" = u.id from "User" u
    where u.id = ${id}::uuid and a.address = ${address} and a."userId" is null and a.at >= u."emailVerified"`;
  await transaction.$executeRaw`
    update "User" set "emailVerified" = clock_timestamp() where id = ${id}::uuid`;
}

async function rename(id: string, email: Email, transaction: Database): Promise<void> {
  try {
    await transaction.user.update({ where: { id }, data: { email }, select: { id: true } });
  } catch (fault) {
    if (isTaken(fault)) throw new AddressTaken();
    throw fault;
  }
}

/** The same password and second step, so the same counts; codes are counted by mailbox, and no wrong one is forgotten. */
async function carryAttempts(from: Email, to: Email, transaction: Database): Promise<void> {
  await transaction.$executeRaw`
    with held as materialized (select * from "TryThrottle" where address = ${from} for update)
    insert into "TryThrottle" as t
      (address, failures, "slowedUntil", "stepFailures", "stepSlowedUntil", "codeFailures", "codesOffUntil")
    select ${to}, coalesce(max(failures), 0), max("slowedUntil"), coalesce(max("stepFailures"), 0), max("stepSlowedUntil"),
      coalesce(max("codeFailures"), 0), max("codesOffUntil")
    from held
    on conflict (address) do update set
      failures = excluded.failures, "slowedUntil" = excluded."slowedUntil", "lastFailureAt" = clock_timestamp(),
      "stepFailures" = excluded."stepFailures", "stepSlowedUntil" = excluded."stepSlowedUntil",
      "codeFailures" = greatest(t."codeFailures", excluded."codeFailures"),
      "codesOffUntil" = greatest(t."codesOffUntil", excluded."codesOffUntil")`;
}

/** Prisma's code of a unique violation. */
const isTaken = (fault: unknown) =>
  fault instanceof Error && "code" in fault && fault.code === "P2002";
