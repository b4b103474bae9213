import type { ClientInfo } from "../client-info";
import { transact } from "../database/transaction";
import { callOff } from "../second-step/call-off";
import { type StartedSession, startSession } from "../session/start";
import type { TokenOwner } from "../token/peek";
import { readAssertion } from "./answer";
import { readChallenge } from "./challenge";
import { findPasskey, type PasskeyRefusal } from "./find";
import { keepUse } from "./keep-use";

export type PasskeySignIn =
  | { ok: true; user: TokenOwner; session: StartedSession }
  | PasskeyRefusal;

/**
 * Whose passkey it is, the authenticator says: nobody types an address. One transaction with the session, which a passkey that is removed at
 * this instant does not open.
 * @param credential `AuthenticationResponseJSON` as text
 * @param browser the cookie of the browser that answers
 */
export async function signInByPasskey(
  credential: string,
  browser: string | null,
  { client, sessionToken }: { client: ClientInfo; sessionToken: string },
): Promise<PasskeySignIn> {
  const answer = readAssertion(credential);
  const use = browser === null ? null : ({ purpose: "sign-in", bound: browser } as const);
  const challenge = answer && use && readChallenge(answer.challenge, use);
  // nobody was asked for by name: the authenticator says whose it is (WebAuthn L3 §7.2, step 6)
  const found = await findPasskey(
    answer?.response.userHandle ? answer : null,
    challenge,
    client.subnet,
  );
  if (!found.ok) return found;
  const { owner } = found;
  try {
    const session = await transact(async (transaction) => {
      // the user's row first, as everywhere
      const started = await startSession(owner, "passkey", client, {
        token: sessionToken,
        database: transaction,
        secondStepPassed: true,
      });
      if (!(await keepUse(found, client, transaction))) throw new PasskeyGone();
      // both steps at once: whoever has the passkey needs no way around the second
      if (found.lostPhone) await callOff(owner, client, transaction);
      return started;
    });
    return { ok: true, user: owner, session };
  } catch (fault) {
    if (fault instanceof PasskeyGone) return { ok: false, refusal: "unknown" };
    throw fault;
  }
}

/** Removed since it was found. */
class PasskeyGone extends Error {
  override name = "PasskeyGone";
}
