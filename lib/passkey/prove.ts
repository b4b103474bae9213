import type { ClientInfo } from "../client-info";
import type { Email } from "../email";
import { callOffOwn } from "../second-step/call-off";
import { markReauthenticated } from "../session/reauthentication";
import { readAssertion } from "./answer";
import { ofSession, readChallenge } from "./challenge";
import { findPasskey, type PasskeyRefusal } from "./find";
import { keepUse } from "./keep-use";

type SignedIn = { id: string; address: Email; session: { id: string } };

/** Reauthentication by a passkey of the same user: both steps at once. */
export async function proveByPasskey(
  user: SignedIn,
  credential: string,
  client: ClientInfo,
): Promise<{ ok: true } | PasskeyRefusal> {
  const answer = readAssertion(credential);
  const use = { purpose: "prove", bound: ofSession(user) } as const;
  const challenge = answer && readChallenge(answer.challenge, use);
  const found = await findPasskey(answer, challenge, client.subnet);
  if (!found.ok) return found;
  // not "unknown": the authenticator would throw away what another user here still has
  if (found.owner.id !== user.id) return { ok: false, refusal: "refused" };
  if (!(await keepUse(found, client))) return { ok: false, refusal: "unknown" };
  await markReauthenticated(user.session.id);
  if (found.lostPhone) await callOffOwn(user, client);
  return { ok: true };
}
