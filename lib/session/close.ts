import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import { transact } from "../database/transaction";
import type { Email } from "../email";
import { endSessionById, endSessionsOf } from "./end";
import { lockUser } from "./lock-user";

type Owner = { id: string; address: Email };

export async function closeSession(owner: Owner, id: string, client: ClientInfo): Promise<void> {
  const { address, id: userId } = owner;
  await transact(async (transaction) => {
    await lockUser(userId, transaction);
    if (await endSessionById(userId, id, transaction))
      await recordActivity({ event: "session-ended", address, userId, client }, transaction);
  });
}

/** OWASP ASVS 7.4.5. @param by `method` where it is not the user themselves */
export async function closeAllSessions(
  owner: Owner,
  by: { client: ClientInfo; method?: string },
): Promise<void> {
  const { address, id: userId } = owner;
  await transact(async (transaction) => {
    await endSessionsOf(userId, transaction);
    await recordActivity({ event: "sessions-ended", address, userId, ...by }, transaction);
  });
}
