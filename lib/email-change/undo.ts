import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import { limits } from "../config/limits";
import type { Database } from "../database/client";
import type { Email } from "../email";
import { notify } from "../notice/notify";
import { callOff } from "../second-step/call-off";
import { endSecondStep } from "../second-step/end";
import { endTrust } from "../second-step/trust";
import { endSessionsOf } from "../session/end";
import { CAN_BE_UNDONE } from "../token/undo";
import { type Changed, settle } from "./confirm";
import { moveAddress, useAndEnd } from "./move";
import { peekUndo } from "./peek";

/**
 * Gives the account back to its old mailbox: ends every session and open token, every later change too, and takes away a
 * password, a Google, a passkey or a second step that came since, or in the seven days before: a thief makes their own way in first. It signs nobody in: its link lives for seven days.
 */
export async function undoEmailChange(token: string, client: ClientInfo): Promise<Changed> {
  return settle(token, peekUndo, async ({ user, address }, transaction) => {
    const { id: userId, language, timeZone } = user;
    await useAndEnd(token, user, address, transaction);
    await callOff(user, client, transaction);
    const changed = await markUndone(userId, address, transaction);
    await moveAddress(user, address, transaction);
    await dropWaysIn(userId, changed, transaction);
    await endSessionsOf(userId, transaction);
    await recordActivity({ event: "email-undone", address, userId, client }, transaction);
    for (const mailbox of new Set([address, user.address]))
      await notify("email-undone", mailbox, client, transaction, { language, timeZone });
  });
}

/** With it go all that came later. @returns when the earliest of them was made */
async function markUndone(userId: string, from: Email, transaction: Database): Promise<Date> {
  const undone = await transaction.$queryRaw<{ at: Date }[]>`
    update "EmailChange" set "undoneAt" = clock_timestamp()
    where "userId" = ${userId}::uuid and "undoneAt" is null and at >= (
      select min(at) from "EmailChange"
      where "userId" = ${userId}::uuid and "oldAddress" = ${from} and ${CAN_BE_UNDONE})
    returning at`;
  return new Date(Math.min(...undone.map(({ at }) => at.getTime())));
}

/**
 * Those that whoever changed the address may have made, before it too. The magic link always remains.
 * @param changed when the address changed
 */
async function dropWaysIn(userId: string, changed: Date, transaction: Database): Promise<void> {
  const since = new Date(changed.getTime() - limits.emailUndoSeconds * 1000);
  await transaction.account.deleteMany({ where: { userId, createdAt: { gte: since } } });
  await transaction.passkey.deleteMany({ where: { userId, createdAt: { gte: since } } });
  // the owner's own second step, from before, still keeps a thief out
  const steps = { userId, confirmedAt: { gte: since } };
  if ((await transaction.totp.count({ where: steps })) > 0)
    await endSecondStep(userId, transaction);
  await endTrust(userId, transaction);
  const chosen = { userId, event: "password-changed", at: { gte: since } };
  if ((await transaction.activity.count({ where: chosen })) === 0) return;
  await transaction.user.update({
    where: { id: userId },
    data: { passwordHash: null, passwordScheme: null },
    select: { id: true },
  });
}
