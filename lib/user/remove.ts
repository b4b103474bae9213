import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import type { Database } from "../database/client";
import { transact } from "../database/transaction";
import type { Email } from "../email";
import { notify } from "../notice/notify";
import { endSessionsOf } from "../session/end";
import { lockUser } from "../session/lock-user";
import { lockReauthenticated } from "../session/reauthentication";

type Owner = { id: string; address: Email };

/** Removes the account of a person who has asked for it, after a fresh proof. */
export async function removeReauthenticatedUser(
  owner: Owner & { session: { id: string } },
  client: ClientInfo,
): Promise<"removed" | "unproved"> {
  return transact(async (transaction) => {
    if (!(await lockReauthenticated(owner, transaction))) return "unproved";
    await remove(owner, client, transaction);
    return "removed";
  });
}

/** Removes the account of a person on whose behalf somebody else asks. */
export async function removeUser(owner: Owner, client: ClientInfo): Promise<void> {
  await transact(async (transaction) => {
    // twice at the same instant is once
    if (await lockUser(owner.id, transaction)) await remove(owner, client, transaction);
  });
}

/**
 * An account goes with its sessions, links and tokens, and that is confirmed by mail. What happened to it stays for 180
 * days, under the address alone.
 */
async function remove(
  { id, address }: Owner,
  client: ClientInfo,
  transaction: Database,
): Promise<void> {
  // in the order in which a link that is used at the same instant takes them
  await transaction.$executeRaw`
    delete from "OneTimeToken" t using (
      select id from "OneTimeToken" where address = ${address} order by id for update) as all_of_it
    where t.id = all_of_it.id`;
  await endSessionsOf(id, transaction);
  await transaction.user.delete({ where: { id }, select: { id: true } });
  await recordActivity({ event: "account-removed", address, client }, transaction);
  await notify("account-removed", address, client, transaction);
}
