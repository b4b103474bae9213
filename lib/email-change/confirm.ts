import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import type { Database } from "../database/client";
import { transact } from "../database/transaction";
import type { Email } from "../email";
import { notify } from "../notice/notify";
import { lockUser } from "../session/lock-user";
import { AddressTaken, moveAddress, useAndEnd } from "./move";
import { type DeadChange, peekEmailChange, type ValidChange } from "./peek";

export type Changed = { ok: true; address: Email } | { ok: false; refusal: DeadChange };

/** One transaction: a request that is cut off leaves the link working. It signs nobody in. */
export async function confirmEmailChange(token: string, client: ClientInfo): Promise<Changed> {
  return settle(token, peekEmailChange, async (change, transaction) => {
    const { user, address } = change;
    await useAndEnd(token, user, address, transaction);
    await moveAddress(user, address, transaction);
    await transaction.emailChange.create({
      data: { userId: user.id, oldAddress: user.address, newAddress: address },
      select: { id: true },
    });
    const event = "email-changed";
    await recordActivity({ event, address: user.address, userId: user.id, client }, transaction);
    const { language, timeZone } = user;
    const reader = { language, timeZone };
    await notify("email-changed", user.address, client, transaction, reader);
    await notify("email-confirmed", address, client, transaction);
  });
}

/** Looks at the token before and under its user's lock, where nothing ends it any more. @param act what it is for */
export async function settle(
  token: string,
  peek: typeof peekEmailChange,
  act: (change: ValidChange, transaction: Database) => Promise<void>,
): Promise<Changed> {
  const peeked = await peek(token);
  if (peeked.state !== "valid") return { ok: false, refusal: peeked.state };
  const settled = transact<Changed>(async (transaction) => {
    // a user takes their links along when removed
    if (!(await lockUser(peeked.user.id, transaction))) return { ok: false, refusal: "unknown" };
    const change = await peek(token, transaction);
    if (change.state !== "valid") return { ok: false, refusal: change.state };
    await act(change, transaction);
    return { ok: true, address: change.address };
  });
  return settled.catch((fault: unknown) => {
    if (fault instanceof AddressTaken) return { ok: false, refusal: "taken" };
    throw fault;
  });
}
