import type { ClientInfo } from "../client-info";
import { transact } from "../database/transaction";
import type { Email } from "../email";
import { lockReauthenticated } from "../session/reauthentication";
import type { SessionMethod, StartedSession } from "../session/start";
import { type BadPassword, passwordRefusal } from "./choose";
import { hashPassword } from "./hash";
import { replacePassword } from "./replace";

type Owner = { id: string; address: Email; name: string | null };

/**
 * Reauthentication is checked once the password is hashed: a session that ended meanwhile changes nothing.
 * @throws HashQueueFull
 */
export async function changePassword(
  owner: Owner & { session: { id: string; method: SessionMethod } },
  password: string,
  client: ClientInfo,
): Promise<
  | { ok: true; session: StartedSession }
  | { ok: false; refusal: "not-reauthenticated" }
  | BadPassword
> {
  const why = await passwordRefusal(password, owner);
  if (why) return { ok: false, refusal: "bad-password", why };
  const stored = await hashPassword(password, client.subnet);
  const { method } = owner.session;
  return transact(async (transaction) => {
    if (!(await lockReauthenticated(owner, transaction)))
      return { ok: false, refusal: "not-reauthenticated" };
    const session = await replacePassword(owner, stored, method, client, transaction, {
      secondStepPassed: true,
    });
    return { ok: true, session };
  });
}
