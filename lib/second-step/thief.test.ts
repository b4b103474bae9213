import { describe, expect, it } from "vitest";
import { database, google } from "@/e2e/support/unit";
import { auth, led } from "@/e2e/support/unit/auth";
import { Caller } from "@/e2e/support/unit/caller";
import { changeOf, type Mover, moved, mover, undoOf } from "@/e2e/support/unit/email-changes";
import { signIn as signInByGoogle } from "@/e2e/support/unit/google";
import { waitsForLock } from "@/e2e/support/unit/lock";
import { newPerson, someone, stranger } from "@/e2e/support/unit/people";
import { authenticator, withSecondStep } from "@/e2e/support/unit/second-step";
import { newToken } from "../crypto";
import { transact } from "../database/transaction";
import { confirmEmailChange } from "../email-change/confirm";
import { undoEmailChange } from "../email-change/undo";
import { countStep, forgiveSteps } from "../rate-limit/attempts";
import { userOfSession } from "../session/current";
import { endSessionsOfEveryone } from "../session/end-for-everyone";
import { lockUser } from "../session/lock-user";
import { markByFirstStep } from "../session/reauthentication";
import { startSession } from "../session/start";
import { findUserByGoogle } from "../user/find";
import { beginEnrolment, begunSecret, confirmEnrolment } from "./enrol";
import { passSecondStep } from "./pass";
import { makeRecoveryCodes } from "./recovery-codes";

const client = stranger();
const session = () => ({ client, sessionToken: newToken() });
const wrong = { kind: "totp", code: "abcdef", trusts: false } as const;

/** Whose first factor somebody else has. */
async function guarded() {
  const person = await newPerson();
  return { ...person, app: await withSecondStep(person.id) };
}

/** A first factor that is right. */
async function waiting({ id, address }: Pick<Mover, "id" | "address">): Promise<string> {
  const started = await startSession({ id, address }, "email", client);
  expect(started.pending).toBe(true);
  return started.token;
}

/** The second step on, by another session of the same person. */
async function turnOn({ id, address }: Pick<Mover, "id" | "address">) {
  const { id: own } = await startSession({ id, address }, "email", client);
  const owner = { id, address, session: { id: own } };
  expect(await beginEnrolment(owner)).toBe("begun");
  const app = authenticator((await begunSecret(owner)) ?? Buffer.alloc(0));
  expect(await confirmEnrolment(owner, await app.code(), client)).toMatchObject({ ok: true });
}

async function triesOf(address: string) {
  const [row] = await database.sql<Record<string, unknown>>(
    `select failures, "stepFailures", "stepSlowedUntil" > clock_timestamp() as slowed from "TryThrottle" where address = $1`,
    [address],
  );
  return row;
}

describe("whoever was in before the second step was on", () => {
  it("changes no address by what they asked for then", async () => {
    const person = await mover();
    const token = await changeOf(person, someone());
    await turnOn(person);
    expect(await confirmEmailChange(token, client)).toEqual({ ok: false, refusal: "ended" });
  });

  it("proves nothing by a password that was compared while it was turned on", async () => {
    const person = await mover();
    const proving = await transact(async (transaction) => {
      await lockUser(person.id, transaction);
      const begun = markByFirstStep(person.session.id);
      await waitsForLock();
      await transaction.$executeRaw`update "Session" set "provedAt" = 'epoch' where "userId" = ${person.id}::uuid`;
      await transaction.$executeRaw`update "User" set "totpId" = gen_random_uuid() where id = ${person.id}::uuid`;
      return { begun };
    });
    expect(await proving.begun).toBe(false);
    const user = await userOfSession(person.session.token);
    expect(user?.session.reauthenticated).toBe(false);
  });
});

describe("whoever has the first factor alone", () => {
  it("links no Google of theirs by it", async () => {
    const person = await guarded();
    const { sub } = await google.add({ email: person.address, hd: "ejemplo.com" });
    expect(led(await signInByGoogle(new Caller(auth), sub))).toEqual([303, "/login/dos-pasos"]);
    expect(await findUserByGoogle(sub)).toBeNull();
  });

  it("keeps the owner from no recovery code, however many wrong codes they send", async () => {
    const person = await guarded();
    const [code = ""] = await transact((transaction) => makeRecoveryCodes(person.id, transaction));
    const token = await waiting(person);
    for (let n = 0; n < 12; n += 1) await countStep(person.address);
    expect(await triesOf(person.address)).toMatchObject({ slowed: true });
    const typed = { kind: "recovery-code", trusts: false } as const;
    const backoff = { ok: false, refusal: "backoff" };
    expect(
      await passSecondStep(
        token,
        { ...wrong, kind: "totp", code: await person.app.code() },
        session(),
      ),
    ).toMatchObject(backoff);
    expect(
      await passSecondStep(token, { ...typed, code: "0000-0000-0000-0000" }, session()),
    ).toMatchObject(backoff);
    expect(await passSecondStep(token, { ...typed, code }, session())).toMatchObject({ ok: true });
  });

  it("begins to count anew by no change of the address", async () => {
    const person = await mover();
    const old = person.address;
    for (let n = 0; n < 10; n += 1) await countStep(old);
    const to = await moved(person);
    expect(await triesOf(to)).toMatchObject({ stepFailures: 10, slowed: true });
    await countStep(to);
    expect(await undoEmailChange(await undoOf(old), client)).toMatchObject({ ok: true });
    expect(await triesOf(old)).toMatchObject({ stepFailures: 10, slowed: true });
  });

  it("is put out with everybody", async () => {
    const person = await guarded();
    const token = await waiting(person);
    await endSessionsOfEveryone({ method: "operator", device: "soporte" });
    expect(
      await passSecondStep(token, { ...wrong, code: await person.app.code() }, session()),
    ).toEqual({
      ok: false,
      refusal: "ended",
    });
  });

  it("is told that it ended where the account is removed at this instant", async () => {
    const person = await guarded();
    const token = await waiting(person);
    const trying = await transact(async (transaction) => {
      await lockUser(person.id, transaction);
      const begun = passSecondStep(token, wrong, session());
      begun.catch(() => undefined);
      await waitsForLock();
      await transaction.$executeRaw`delete from "User" where id = ${person.id}::uuid`;
      return { begun };
    });
    expect(await trying.begun).toEqual({ ok: false, refusal: "ended" });
  });
});

it("a passed second step leaves a password off that a hundred wrong ones switched off", async () => {
  const address = someone();
  await database.sql(
    `insert into "TryThrottle" (address, failures, "stepFailures") values ($1, 100, 5)`,
    [address],
  );
  await forgiveSteps(address);
  expect(await triesOf(address)).toMatchObject({ failures: 100, stepFailures: 0 });
});
