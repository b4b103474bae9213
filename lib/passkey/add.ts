import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import { limits } from "../config/limits";
import { transact } from "../database/transaction";
import type { Email } from "../email";
import { notify } from "../notice/notify";
import { lockReauthenticated } from "../session/reauthentication";
import { readRegistration } from "./answer";
import { authenticatorOf } from "./authenticators/name";
import { claimChallenge, ofSession, readChallenge } from "./challenge";
import { verifyRegistration } from "./verify";

type Owner = { id: string; address: Email; session: { id: string; method: string } };

/** "refused": something is wrong with it, or it is known here; "full": there is no room for another one. */
export type PasskeyAdding = "added" | "refused" | "full" | "not-reauthenticated";

type Asked = {
  /** `RegistrationResponseJSON` as text */
  credential: string;
  /** made by the browser without a question */
  silent: boolean;
  /** what it is called where nobody knows its authenticator */
  name: string;
};

/** A browser makes one without a question right after a password sign-in alone, and for nothing else is that believed. */
export async function addPasskey(
  owner: Owner,
  { credential, silent, name }: Asked,
  client: ClientInfo,
): Promise<PasskeyAdding> {
  const answer = readRegistration(credential);
  const use = { purpose: "add", bound: ofSession(owner) } as const;
  if (!answer || !(await claimChallenge(readChallenge(answer.challenge, use)))) return "refused";
  const made = await verifyRegistration(answer, silent && owner.session.method === "password");
  if (!made) return "refused";
  const { publicKey, counter, aaguid, backedUp } = made;
  return transact(async (transaction) => {
    if (!(await lockReauthenticated(owner, transaction))) return "not-reauthenticated";
    const { id: userId, address } = owner;
    // counted with the user's row locked: of many at once none is one too many
    if ((await transaction.passkey.count({ where: { userId } })) >= limits.passkeysPerUser)
      return "full";
    const { count } = await transaction.passkey.createMany({
      data: {
        userId,
        credentialId: answer.id,
        publicKey: new Uint8Array(publicKey),
        counter,
        transports: answer.response.transports ?? [],
        aaguid,
        backedUp,
        name: authenticatorOf(aaguid) ?? name,
      },
      skipDuplicates: true,
    });
    if (count === 0) return "refused";
    await recordActivity({ event: "passkey-added", address, userId, client }, transaction);
    await notify("passkey-added", address, client, transaction);
    return "added";
  });
}
