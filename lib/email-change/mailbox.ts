import { Prisma } from "@/prisma/generated/client";
import { db } from "../database/client";
import type { Email } from "../email";
import { CAN_BE_UNDONE } from "../token/undo";

/** Whose an address is, and whether somebody has moved away from it, who can still have it back. */
export type Mailbox = { userId: string | null; movedUserId: string | null };

/** One statement, the same for every address. */
export async function mailboxOf(address: Email): Promise<Mailbox> {
  const [mailbox] = await db().$queryRaw<Mailbox[]>`select ${mailboxColumns(address)}`;
  return mailboxFrom(mailbox ?? { userId: null, movedUserId: null });
}

/** The same as columns of another statement. */
export const mailboxColumns = (address: Email) => Prisma.sql`
  ${ownerOf(address)} as "userId",
  (select "userId" from "EmailChange"
    where "oldAddress" = ${address} and ${CAN_BE_UNDONE} order by at desc limit 1) as "movedUserId"`;

/** Nobody has moved away from an address that is somebody's. @param row with those columns */
export const mailboxFrom = ({ userId, movedUserId }: Mailbox): Mailbox => ({
  userId,
  movedUserId: userId === null ? movedUserId : null,
});

/** SQL: the id of whose an address is. */
export const ownerOf = (address: Email) => Prisma.sql`(
  select id from "User" where email = ${address})`;
