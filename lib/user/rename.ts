import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import { transact } from "../database/transaction";
import type { Email } from "../email";

type Owner = { id: string; address: Email };

/** No mail, since a name signs no one in. */
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
