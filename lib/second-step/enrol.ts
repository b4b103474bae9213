import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import { limits } from "../config/limits";
import { type Database, db } from "../database/client";
import { transact } from "../database/transaction";
import type { Email } from "../email";
import { notify } from "../notice/notify";
import { lockReauthenticated, markReauthenticated } from "../session/reauthentication";
import { endSecondStep } from "./end";
import { makeRecoveryCodes } from "./recovery-codes";
import { newSecret, type SealedSecret } from "./sealed";
import { sealSecret, unsealSecret } from "./secret";
import { STEPS, type Steps, stepOf } from "./totp";

export type Owner = { id: string; address: Email; session: { id: string } };

type Begun = SealedSecret & Steps & { id: string; on: boolean; alive: boolean };

/** A new secret, or the one that this session began with a while ago: nothing is on before `confirmEnrolment`. */
export async function beginEnrolment(
  owner: Owner,
): Promise<"begun" | "already-on" | "not-reauthenticated"> {
  return transact(async (transaction) => {
    if (!(await lockReauthenticated(owner, transaction))) return "not-reauthenticated";
    const row = await rowOf(owner.id, transaction);
    if (row?.on) return "already-on";
    if (await secretBegunIn(owner, row)) return "begun";
    const { secret, sealedBy } = await sealSecret(owner.id, newSecret(), owner.session.id);
    await transaction.$executeRaw`
      insert into "Totp" ("userId", secret, "sealedBy") values (${owner.id}::uuid, ${secret}, ${sealedBy})
      on conflict ("userId") do update set id = gen_random_uuid(), secret = excluded.secret,
        "sealedBy" = excluded."sealedBy", "createdAt" = clock_timestamp(), "lastStep" = 0`;
    return "begun";
  });
}

/** The secret that this session is setting up, for its page alone. */
export async function begunSecret(owner: Owner): Promise<Buffer | null> {
  return secretBegunIn(owner, await rowOf(owner.id, db()));
}

/**
 * The step is on from here: its code is used up, ten recovery codes are made, and whoever else is signed in to the account has
 * not passed it.
 * @param code its digits
 * @returns `late` where nothing was begun in this session, or too long ago
 */
export async function confirmEnrolment(
  owner: Owner,
  code: string,
  client: ClientInfo,
): Promise<
  | { ok: true; recoveryCodes: string[] }
  | { ok: false; refusal: "wrong" | "late" | "already-on" | "not-reauthenticated" }
> {
  return transact(async (transaction) => {
    if (!(await lockReauthenticated(owner, transaction)))
      return { ok: false, refusal: "not-reauthenticated" };
    const row = await rowOf(owner.id, transaction);
    if (row?.on) return { ok: false, refusal: "already-on" };
    const secret = await secretBegunIn(owner, row);
    if (!row || !secret) return { ok: false, refusal: "late" };
    const step = stepOf(code, secret, row);
    if (step === null) return { ok: false, refusal: "wrong" };
    const sealed = await sealSecret(owner.id, secret);
    await transaction.$executeRaw`
      with confirmed as (
        update "Totp" set secret = ${sealed.secret}, "sealedBy" = ${sealed.sealedBy},
          "confirmedAt" = clock_timestamp(), "lastStep" = ${step}::bigint
        where id = ${row.id}::uuid returning id, "userId"),
      unproved as (
        update "Session" s set "provedAt" = 'epoch' from confirmed c where s."userId" = c."userId")
      update "User" u set "totpId" = c.id from confirmed c where u.id = c."userId"`;
    await markReauthenticated(owner.session.id, transaction);
    const recoveryCodes = await makeRecoveryCodes(owner.id, transaction);
    await tell("second-step-on", owner, client, transaction);
    return { ok: true, recoveryCodes };
  });
}

/** Ten others, with which the ones before end. */
export async function renewRecoveryCodes(
  owner: Owner,
  client: ClientInfo,
): Promise<
  { ok: true; recoveryCodes: string[] } | { ok: false; refusal: "off" | "not-reauthenticated" }
> {
  return transact(async (transaction) => {
    if (!(await lockReauthenticated(owner, transaction)))
      return { ok: false, refusal: "not-reauthenticated" };
    if (!(await rowOf(owner.id, transaction))?.on) return { ok: false, refusal: "off" };
    const recoveryCodes = await makeRecoveryCodes(owner.id, transaction);
    await tell("recovery-codes-made", owner, client, transaction);
    return { ok: true, recoveryCodes };
  });
}

/** Twice at once is once. */
export async function turnOffSecondStep(
  owner: Owner,
  client: ClientInfo,
): Promise<"off" | "not-reauthenticated"> {
  return transact(async (transaction) => {
    if (!(await lockReauthenticated(owner, transaction))) return "not-reauthenticated";
    if (await endSecondStep(owner.id, transaction))
      await tell("second-step-off", owner, client, transaction);
    return "off";
  });
}

async function rowOf(userId: string, database: Database): Promise<Begun | null> {
  const [row] = await database.$queryRaw<Begun[]>`
    select id, secret, "sealedBy", ${STEPS}, "confirmedAt" is not null as on,
      "createdAt" > clock_timestamp() - make_interval(secs => ${limits.enrolmentLifeSeconds}::int) as alive
    from "Totp" where "userId" = ${userId}::uuid`;
  return row ?? null;
}

async function secretBegunIn({ id, session }: Owner, row: Begun | null): Promise<Buffer | null> {
  return row?.alive && !row.on ? unsealSecret(id, row, session.id) : null;
}

async function tell(
  event: "second-step-on" | "second-step-off" | "recovery-codes-made",
  { id, address }: Owner,
  client: ClientInfo,
  transaction: Database,
): Promise<void> {
  await recordActivity({ event, address, userId: id, client }, transaction);
  await notify(event, address, client, transaction);
}
