import type { Database } from "../database/client";
import { endTrust } from "./trust";

/**
 * Takes the second step off, with all that belongs to it: recovery codes, trusted devices, what waits for it. In the caller's
 * transaction, under the user's lock.
 * @returns whether it was on
 */
export async function endSecondStep(userId: string, transaction: Database): Promise<boolean> {
  const ended = await transaction.$executeRaw`
    update "User" set "totpId" = null where id = ${userId}::uuid and "totpId" is not null`;
  await transaction.totp.deleteMany({ where: { userId } });
  await transaction.recoveryCode.deleteMany({ where: { userId } });
  await transaction.pendingSignIn.deleteMany({ where: { userId } });
  await endTrust(userId, transaction);
  return ended > 0;
}
