import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import type { Database } from "../database/client";
import { transact } from "../database/transaction";
import { notify } from "../notice/notify";
import { countStep, countWrongCode, forgiveSteps, stepWait } from "../rate-limit/attempts";
import { countInSubnet, uncountInSubnet } from "../rate-limit/subnets";
import { lockUser } from "../session/lock-user";
import { type StartedSession, startSession } from "../session/start";
import { callOff } from "./call-off";
import { claimTry, endPending, isPending, type PendingSignIn, peekPending } from "./pending";
import { claimRecoveryCode } from "./recovery-codes";
import { claimTotp } from "./totp";
import { type Trust, trustDevice } from "./trust";

export type SecondStep =
  | {
      ok: true;
      user: PendingSignIn["user"];
      session: StartedSession;
      url: string | null;
      trust: Trust | null;
    }
  | { ok: false; refusal: "wrong"; triesLeft: number }
  | { ok: false; refusal: "ended" }
  | { ok: false; refusal: "backoff"; seconds: number };

const ENDED = { ok: false, refusal: "ended" } as const;

export type TypedStep = {
  kind: "totp" | "recovery-code";
  code: string;
  /** skip the step in this browser from now on */
  trusts: boolean;
};

/**
 * Opens the session of a sign-in that waits, by a code of the app or a recovery code. It counts as wrong before it is compared:
 * for the network range, the address, and this sign-in (OWASP ASVS 6.3.1, 6.5.1, 6.6.3). Code, sign-in and session are one
 * transaction: what is cut off leaves all of them as they were.
 */
export async function passSecondStep(
  token: string | undefined,
  typed: TypedStep,
  { client, sessionToken }: { client: ClientInfo; sessionToken: string },
): Promise<SecondStep> {
  const pending = await peekPending(token);
  if (!pending || !token) return ENDED;
  const { id: userId, address } = pending.user;
  const inSubnet = await countInSubnet(client.subnet);
  if (!inSubnet.ok) return { ok: false, refusal: "backoff", seconds: inSubnet.seconds };
  const triesLeft = await claimTry(token);
  const counted = triesLeft === null ? await stepWait(address) : await countStep(address);
  if (counted.ok && triesLeft === null) return ENDED;
  // a recovery code has too many bits to be guessed, so that a stranger's wrong codes do not hold it up
  const compared = counted.ok || typed.kind === "recovery-code";
  const passed = compared ? await compare(token, pending, typed, { client, sessionToken }) : null;
  if (passed?.ok || !compared) await uncountInSubnet(inSubnet.hit);
  if (passed) return passed;
  if (!counted.ok) return { ok: false, refusal: "backoff", seconds: counted.seconds };
  await countWrongCode(address);
  await recordActivity({ event: "second-step-refused", address, userId, client });
  return triesLeft ? { ok: false, refusal: "wrong", triesLeft } : ENDED;
}

/** Null where it is wrong. */
function compare(
  token: string,
  pending: PendingSignIn,
  typed: TypedStep,
  session: { client: ClientInfo; sessionToken: string },
): Promise<SecondStep | null> {
  const { id: userId } = pending.user;
  return transact(async (transaction) => {
    await lockUser(userId, transaction);
    const claim = typed.kind === "totp" ? claimTotp : claimRecoveryCode;
    const right = await claim(userId, typed.code, transaction);
    // passed by the same code that was sent twice, ended by a new password, or removed with the account
    if (!(await (right ? endPending : isPending)(token, transaction))) return ENDED;
    return right ? open(pending, typed, session, transaction) : null;
  });
}

async function open(
  { user, method, event, url }: PendingSignIn,
  { kind, trusts }: TypedStep,
  { client, sessionToken }: { client: ClientInfo; sessionToken: string },
  transaction: Database,
): Promise<SecondStep> {
  const { id: userId, address } = user;
  if (kind === "recovery-code") {
    await recordActivity({ event: "recovery-code-used", address, userId, client }, transaction);
    await notify("recovery-code-used", address, client, transaction);
  }
  // whoever has the phone, or a recovery code, lost nothing
  await callOff(user, client, transaction);
  const session = await startSession({ id: userId, address }, method, client, {
    token: sessionToken,
    database: transaction,
    event,
    secondStepPassed: true,
  });
  // after a recovery code nothing is trusted
  const trust = trusts && kind === "totp" ? await trustDevice(user, client, transaction) : null;
  await forgiveSteps(address, transaction);
  return { ok: true, user, session, url, trust };
}
