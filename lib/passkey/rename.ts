import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import { transact } from "../database/transaction";
import type { Email } from "../email";
import { isUuid } from "../uuid";

type Owner = { id: string; address: Email };

/** No mail, since a name signs nobody in. @returns whether it is theirs */
export async function renamePasskey(
  { id: userId, address }: Owner,
  id: string,
  name: string,
  client: ClientInfo,
): Promise<boolean> {
  if (!isUuid(id)) return false;
  return transact(async (transaction) => {
    const [before] = await transaction.$queryRaw<{ name: string }[]>`
      select name from "Passkey" where id = ${id}::uuid and "userId" = ${userId}::uuid for update`;
    if (!before || before.name === name) return before !== undefined;
    await transaction.passkey.update({ where: { id }, data: { name }, select: { id: true } });
    await recordActivity({ event: "passkey-renamed", address, userId, client }, transaction);
    return true;
  });
}
