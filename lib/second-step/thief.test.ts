import { beforeAll, describe, expect, it } from "vitest";
import { database, google } from "@/e2e/support/unit";
import { auth, led } from "@/e2e/support/unit/auth";
import { Caller } from "@/e2e/support/unit/caller";
import {
  changeOf,
  eventsOf,
  type Mover,
  moved,
  mover,
  undoOf,
} from "@/e2e/support/unit/email-changes";
import { signIn as signInByGoogle } from "@/e2e/support/unit/google";
import { waitsForLock } from "@/e2e/support/unit/lock";
import { newPerson, someone, stranger, together } from "@/e2e/support/unit/people";
import { authenticator, withSecondStep } from "@/e2e/support/unit/second-step";
import { transact } from "../database/transaction";
import { confirmEmailChange } from "../email-change/confirm";
import { undoEmailChange } from "../email-change/undo";
import { linkGoogleTo } from "../google/link";
import { changePassword } from "../password/change";
import { passwordRefusal } from "../password/choose";
import { countStep, forgiveSteps } from "../rate-limit/attempts";
import { newToken } from "../secrets";
import { userOfSession } from "../session/current";
import { endSessionsOfEveryone } from "../session/end-for-everyone";
import { lockUser } from "../session/lock-user";
import { markByFirstStep } from "../session/reauthentication";
import { startSession } from "../session/start";
import { findUserByGoogle } from "../user/find";
import { removeReauthenticatedUser } from "../user/remove";
import {
  beginEnrolment,
  begunSecret,
  confirmEnrolment,
  type Owner,
  renewRecoveryCodes,
  turnOffSecondStep,
} from "./enrol";
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

async function signedIn({ id, address }: Pick<Mover, "id" | "address">): Promise<Owner> {
  const { id: own } = await startSession({ id, address }, "email", client);
  return { id, address, session: { id: own } };
}

async function begun(owner: Owner) {
  expect(await beginEnrolment(owner)).toBe("begun");
  return authenticator((await begunSecret(owner)) ?? Buffer.alloc(0));
}

/** The second step on, by another session of the same person. */
async function turnOn(person: Pick<Mover, "id" | "address">) {
  const owner = await signedIn(person);
  const app = await begun(owner);
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
      const proof = markByFirstStep(person.session.id);
      await waitsForLock();
      await transaction.$executeRaw`update "Session" set "provedAt" = 'epoch' where "userId" = ${person.id}::uuid`;
      await transaction.$executeRaw`update "User" set "totpId" = gen_random_uuid() where id = ${person.id}::uuid`;
      return { proof };
    });
    expect(await proving.proof).toBe(false);
    const user = await userOfSession(person.session.token);
    expect(user?.session.reauthenticated).toBe(false);
  });
});

/** While the second step is being turned on, and has the owner's row. @returns what came of it */
async function whileTurnedOn<T>(owner: Owner, act: () => Promise<T>): Promise<T> {
  const app = await begun(owner);
  const code = await app.code();
  const acting = await transact(async (transaction) => {
    await transaction.$queryRaw`select id from "Totp" where "userId" = ${owner.id}::uuid for update`;
    const on = confirmEnrolment(owner, code, client);
    await waitsForLock();
    const acted = act();
    acted.catch(() => undefined);
    await waitsForLock(2);
    return { on, acted };
  });
  expect(await acting.on).toMatchObject({ ok: true });
  return acting.acted;
}

describe("what is in flight while the second step is turned on", () => {
  it("opens no session", async () => {
    const { id, address } = await mover();
    const opened = await whileTurnedOn(await signedIn({ id, address }), () =>
      startSession({ id, address }, "email", client),
    );
    expect(opened.pending).toBe(true);
  });

  const google = { sub: newToken(), address: someone(), name: null, authoritative: true };
  const CHANGES: Record<string, (thief: Owner) => Promise<unknown>> = {
    "takes it off again": (thief) => turnOffSecondStep(thief, client),
    "makes recovery codes": (thief) => renewRecoveryCodes(thief, client),
    "links a Google": (thief) => linkGoogleTo(thief, google, client),
    "removes the account": (thief) => removeReauthenticatedUser(thief, client),
    "replaces the password": (thief) =>
      changePassword(
        { ...thief, name: null, session: { ...thief.session, method: "email" } },
        "otra clave de prueba larga",
        client,
      ),
  };

  // read the first time that a password is judged, which takes longer than a statement may wait
  beforeAll(() =>
    passwordRefusal("otra clave de prueba larga", { address: someone(), name: null }),
  );

  it.each(Object.entries(CHANGES))("%s from no other session", async (_, change) => {
    const { id, address } = await mover();
    const thief = await signedIn({ id, address });
    const changed = await whileTurnedOn(await signedIn({ id, address }), () => change(thief));
    expect(changed).toSatisfy((one) =>
      [one, (one as { refusal?: string }).refusal].includes("not-reauthenticated"),
    );
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
      const passing = passSecondStep(token, wrong, session());
      passing.catch(() => undefined);
      await waitsForLock();
      await transaction.$executeRaw`delete from "User" where id = ${person.id}::uuid`;
      return { passing };
    });
    expect(await trying.passing).toEqual({ ok: false, refusal: "ended" });
  });
});

it("a right code that is sent twice at once is no wrong one, for whoever has the phone", async () => {
  const person = await guarded();
  const token = await waiting(person);
  const typed = { kind: "totp", code: await person.app.code(), trusts: false } as const;
  const passed = await together(2, () => passSecondStep(token, typed, session()));
  expect(passed.filter(({ ok }) => ok)).toHaveLength(1);
  expect(passed).toContainEqual({ ok: false, refusal: "ended" });
  expect(await triesOf(person.address)).toMatchObject({ failures: 0, stepFailures: 0 });
  expect(await eventsOf(person)).not.toContain("second-step-refused");
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
