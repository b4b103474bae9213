import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import { transact } from "../database/transaction";
import type { Email } from "../email";

type Owner = { id: string; address: Email };

/** Gives an account another name, which its owner reads in the activity: no mail, since a name lets nobody in. */
export async function rename(owner: Owner, name: string, client: ClientInfo): Promise<void> {
  const { id: userId, address } = owner;
  await transact(async (transaction) => {
    const { count } = await transaction.user.updateMany({
      where: { id: userId, OR: [{ name: null }, { name: { not: name } }] },
      data: { name },
    });
    if (count === 0) return;
    await recordActivity({ event: "name-changed", address, userId, client }, transaction);
  });
}
