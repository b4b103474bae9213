import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import type { Database } from "../database/client";
import { transact } from "../database/transaction";
import type { Email } from "../email";
import { notify } from "../notice/notify";
import { endSessionsOf } from "../session/end";
import { lockUser } from "../session/lock-user";
import { lockReauthenticated } from "../session/reauthentication";
import { CAN_BE_UNDONE } from "../token/undo";

type Owner = { id: string; address: Email };

export async function removeReauthenticatedUser(
  owner: Owner & { session: { id: string } },
  client: ClientInfo,
): Promise<"removed" | "not-reauthenticated"> {
  return transact(async (transaction) => {
    if (!(await lockReauthenticated(owner, transaction))) return "not-reauthenticated";
    await remove(owner, client, transaction);
    return "removed";
  });
}

/** For an operator, on the user's behalf. */
export async function removeUser(owner: Owner, client: ClientInfo): Promise<void> {
  await transact(async (transaction) => {
    // twice at once is once
    if (await lockUser(owner.id, transaction)) await remove(owner, client, transaction);
  });
}

/**
 * Sessions, links and tokens go too, and a mail confirms it, also to each mailbox that could still undo a change of address: a
 * thief may remove what they took. The activity stays for 180 days under the address alone.
 */
async function remove(
  { id, address }: Owner,
  client: ClientInfo,
  transaction: Database,
): Promise<void> {
  // in the lock order of a link that is used at the same instant
  await transaction.$executeRaw`
    delete from "OneTimeToken" t using (
      select id from "OneTimeToken" where address = ${address} or "userId" = ${id}::uuid order by id for update) as all_of_it
    where t.id = all_of_it.id`;
  await endSessionsOf(id, transaction);
  const left = await transaction.$queryRaw<{ mailbox: Email }[]>`
    select distinct "oldAddress" as mailbox from "EmailChange" where "userId" = ${id}::uuid and ${CAN_BE_UNDONE}`;
  const reader = await transaction.user.delete({
    where: { id },
    select: { language: true, timeZone: true },
  });
  await recordActivity({ event: "account-removed", address, client }, transaction);
  for (const mailbox of new Set([address, ...left.map((one) => one.mailbox)]))
    await notify("account-removed", mailbox, client, transaction, reader);
}
