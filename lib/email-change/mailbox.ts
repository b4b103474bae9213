import { db } from "../database/client";
import type { Email } from "../email";
import { CAN_BE_UNDONE } from "../token/undo";

/** Whose an address is, and whether somebody has moved away from it, who can still have it back. */
export type Mailbox = { userId: string | null; movedUserId: string | null };

/** One statement, the same for every address. */
export async function mailboxOf(address: Email): Promise<Mailbox> {
  const [mailbox] = await db().$queryRaw<Mailbox[]>`
    select
      (select id from "User" where email = ${address}) as "userId",
      (select "userId" from "EmailChange"
        where "oldAddress" = ${address} and ${CAN_BE_UNDONE} order by at desc limit 1) as "movedUserId"`;
  const { userId = null, movedUserId = null } = mailbox ?? {};
  return { userId, movedUserId: userId === null ? movedUserId : null };
}
