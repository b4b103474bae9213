import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import { transact } from "../database/transaction";
import type { Email } from "../email";
import { notify } from "../notice/notify";
import { lockReauthenticated } from "../session/reauthentication";
import { isUuid } from "../uuid";
import { relyingParty } from "./relying-party";

type Owner = { id: string; address: Email; session: { id: string } };

/** For `PublicKeyCredential.signalAllAcceptedCredentials()` (WebAuthn L3 §5.1.10.3): managers stop offering all others. */
export type AcceptedPasskeys = {
  rpId: string;
  userId: string;
  allAcceptedCredentialIds: string[];
};

/** One that is not there any more is no error. The magic link always remains. */
export async function removePasskey(
  owner: Owner,
  id: string,
  client: ClientInfo,
): Promise<AcceptedPasskeys | "not-reauthenticated"> {
  return transact(async (transaction) => {
    if (!(await lockReauthenticated(owner, transaction))) return "not-reauthenticated";
    const { id: userId, address } = owner;
    const { count } = isUuid(id)
      ? await transaction.passkey.deleteMany({ where: { id, userId } })
      : { count: 0 };
    if (count > 0) {
      await recordActivity({ event: "passkey-removed", address, userId, client }, transaction);
      await notify("passkey-removed", address, client, transaction);
    }
    const { passkeyHandle, passkeys } = await transaction.user.findUniqueOrThrow({
      where: { id: userId },
      select: { passkeyHandle: true, passkeys: { select: { credentialId: true } } },
    });
    return {
      rpId: relyingParty().id,
      userId: passkeyHandle ?? "",
      allAcceptedCredentialIds: passkeys.map(({ credentialId }) => credentialId),
    };
  });
}
