import { describe, expect, it } from "vitest";
import { POST as remove } from "@/app/cuenta/llaves/eliminar/route";
import { database } from "@/e2e/support/unit";
import { AUTH, browser, said, whoIsIn } from "@/e2e/support/unit/auth";
import { Authenticator, FLAGS } from "@/e2e/support/unit/authenticator";
import { waitsForLock } from "@/e2e/support/unit/lock";
import {
  at,
  keepPasskey,
  programBrowser,
  signInOptionsOf,
  signInWith,
  withPasskey,
} from "@/e2e/support/unit/passkeys";
import { withPassword } from "@/e2e/support/unit/passwords";
import { someone, stranger, together } from "@/e2e/support/unit/people";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { withSecondStep } from "@/e2e/support/unit/second-step";
import { limits } from "@/lib/config/limits";
import { transact } from "../database/transaction";
import { cookieName } from "../http/cookies";
import { passkeysOf } from "../passkey/list";
import { signInByPasskey } from "../passkey/sign-in";
import { newToken } from "../secrets";
import { lockUser } from "../session/lock-user";

const sessionsBy = (method: string, id: string) =>
  database.sql(`select from "Session" where "userId" = $1 and method = $2`, [id, method]);
const happened = async (id: string) =>
  (
    await database.sql<{ event: string }>(
      `select event from "Activity" where "userId" = $1 order by id`,
      [id],
    )
  ).map(({ event }) => event);

async function signsIn(authenticator: Authenticator, lie = {}) {
  const caller = programBrowser();
  const answer = authenticator.get(await signInOptionsOf(caller), lie);
  return { caller, reply: await said(await signInWith(caller, answer)) };
}

describe("a passkey", () => {
  it.each(["ES256", "EdDSA", "RS256"] as const)("signs in whose it is: %s", async (algorithm) => {
    const { address, authenticator } = await withPasskey(new Authenticator(algorithm));
    const caller = programBrowser();
    const answer = authenticator.get(await signInOptionsOf(caller));
    const reply = await signInWith(caller, answer, { callbackUrl: "/facturas?x=1" });
    expect(await said(reply)).toMatchObject({
      status: 200,
      url: expect.stringMatching(/\/facturas\?x=1$/),
    });
    expect(await whoIsIn(caller)).toMatchObject({
      address,
      session: { method: "passkey", reauthenticated: true },
    });
    expect(caller.cookies.get(cookieName("last"))).toBe("passkey");
  });

  it("is asked for in the same words whoever asks, with nobody's in them", async () => {
    const caller = programBrowser();
    const options = await signInOptionsOf(caller);
    expect(options).toEqual({
      challenge: expect.stringMatching(/^[\w-]{72}$/),
      rpId: "localhost",
      userVerification: "required",
      timeout: 300_000,
    });
    expect((await signInOptionsOf(caller)).challenge).not.toBe(options.challenge);
  });

  it("is both steps where the second one is on", async () => {
    const { id, authenticator } = await withPasskey();
    await withSecondStep(id);
    const { caller, reply } = await signsIn(authenticator);
    expect(reply).toMatchObject({ status: 200, url: expect.stringMatching(/\/cuenta$/) });
    expect(await whoIsIn(caller)).toMatchObject({ id, session: { reauthenticated: true } });
  });

  it("of a browser without our cookies signs nobody in", async () => {
    const { authenticator } = await withPasskey();
    const caller = programBrowser();
    const answer = authenticator.get(await signInOptionsOf(caller));
    caller.cookies.clear();
    expect(await said(await signInWith(caller, answer))).toMatchObject({
      status: 401,
      error: "PasskeyRefused",
    });
  });

  it("that is refused leads a person back to the page with a sentence", async () => {
    const caller = browser();
    const response = await signInWith(caller, {}, { callbackUrl: "/facturas" });
    expect([response.status, response.headers.get("location")]).toEqual([
      303,
      "/login?callbackUrl=%2Ffacturas",
    ]);
  });
});

it("before the first factor is right nothing tells of a passkey or the second step", async () => {
  const [plain, guarded] = [await withPassword(), await withPassword()];
  await keepPasskey(guarded.id);
  await withSecondStep(guarded.id);
  const told = async (email: string) => {
    const caller = programBrowser();
    const { options, ...asked } = await said(
      await caller.post(`${AUTH}/signin/passkey`, { email }),
    );
    const names = Object.keys(options as object);
    const password = "otra clave cualquiera";
    const typed = await caller.post(`${AUTH}/callback/credentials`, { email, password });
    const mailed = await caller.post(`${AUTH}/signin/email`, { email });
    return { asked, names, typed: await said(typed), mailed: await said(mailed) };
  };
  const [nobody, ...others] = [
    await told(someone()),
    await told(plain.address),
    await told(guarded.address),
  ];
  expect(nobody.typed).toMatchObject({ status: 401, error: "CredentialsSignin" });
  expect(nobody.mailed).toMatchObject({ status: 200 });
  for (const one of others) expect(one).toEqual(nobody);
});

describe("one challenge", () => {
  it("answered fifty times at the same instant, over two processes, gives one session", async () => {
    const { id, authenticator } = await withPasskey();
    const caller = programBrowser();
    const options = await signInOptionsOf(caller);
    const asked = caller.cookies.get(cookieName("asked")) ?? "";
    const credential = JSON.stringify(authenticator.get(options));
    const given = JSON.stringify({ credential, asked, client: stranger() });
    const other = new SecondProcess(`
      import { signInByPasskey } from "./lib/passkey/sign-in";
      import { newToken } from "./lib/secrets";
      const { credential, asked, client } = ${given};
      const use = (text) => signInByPasskey(text, asked, { client, sessionToken: newToken() });
      await use("nothing");
      await gate();
      const uses = await Promise.all(Array.from({ length: 25 }, () => use(credential)));
      console.log(JSON.stringify(uses.map(({ ok }) => ok)));
      process.exit();`);
    await other.ready();
    const [here, there] = await Promise.all([
      together(25, async () => {
        const session = { client: stranger(), sessionToken: newToken() };
        return (await signInByPasskey(credential, asked, session)).ok;
      }),
      other.go<boolean[]>(),
    ]);
    expect([...here, ...there].filter(Boolean)).toHaveLength(1);
    expect(await sessionsBy("passkey", id)).toHaveLength(1);
  });
});

describe("a passkey's counter", () => {
  it("that goes back is told, and refuses nobody", async () => {
    const { id, authenticator } = await withPasskey();
    expect((await signsIn(authenticator, { counter: 8 })).reply.status).toBe(200);
    expect((await signsIn(authenticator, { counter: 9 })).reply.status).toBe(200);
    expect(await happened(id)).not.toContain("passkey-counter");
    expect((await signsIn(authenticator, { counter: 3 })).reply.status).toBe(200);
    expect((await happened(id)).slice(-2)).toEqual(["signed-in", "passkey-counter"]);
    expect((await signsIn(authenticator, { counter: 3 })).reply.status).toBe(200);
    expect((await happened(id)).slice(-2)).toEqual(["signed-in", "passkey-counter"]);
    expect((await signsIn(authenticator, { counter: 4 })).reply.status).toBe(200);
    expect((await happened(id)).at(-1)).toBe("signed-in");
  });

  it("that stays at zero, as a synced passkey's does, is told by nobody", async () => {
    const { id, authenticator } = await withPasskey();
    for (const counter of [0, 0]) await signsIn(authenticator, { counter });
    expect(await happened(id)).not.toContain("passkey-counter");
  });
});

it("where a passkey is kept is what its last use said", async () => {
  const eligible = FLAGS.up | FLAGS.uv | FLAGS.be;
  const { id, authenticator } = await withPasskey(new Authenticator("ES256", undefined, eligible));
  const states = [];
  for (const flags of [eligible | FLAGS.bs, eligible]) {
    await signsIn(authenticator, { flags });
    const [kept] = await passkeysOf(id);
    states.push(kept?.backedUp, kept?.lastUsedAt instanceof Date);
  }
  expect(states).toEqual([true, true, false, true]);
});

describe("a passkey that is removed", () => {
  it("is unknown from then on", async () => {
    const { authenticator, ...person } = await withPasskey();
    const [kept] = await passkeysOf(person.id);
    await at(remove, person).post("/cuenta/llaves/eliminar", { id: kept?.id ?? "" });
    const { caller, reply } = await signsIn(authenticator);
    expect(reply).toMatchObject({ status: 401, error: "PasskeyUnknown" });
    expect(await whoIsIn(caller)).toBeNull();
  });

  it("at the instant of a sign-in opens no session", async () => {
    const { id, authenticator } = await withPasskey();
    const signing = await transact(async (transaction) => {
      await lockUser(id, transaction);
      const begun = signsIn(authenticator);
      await waitsForLock();
      await transaction.passkey.deleteMany({ where: { userId: id } });
      return [begun];
    });
    const [done] = await Promise.all(signing);
    expect(done?.reply).toMatchObject({ status: 401, error: "PasskeyUnknown" });
    expect(await sessionsBy("passkey", id)).toEqual([]);
    expect(await happened(id)).not.toContain("passkey-counter");
  });
});

it("refused ones count for the network range, and right ones do not", async () => {
  const { authenticator } = await withPasskey();
  const caller = programBrowser();
  for (let time = 0; time < 3; time += 1) {
    const answer = authenticator.get(await signInOptionsOf(caller));
    expect((await signInWith(caller, answer)).status).toBe(200);
  }
  const tries = limits.failuresPerSubnet;
  const statuses = await together(tries, async () => (await signInWith(caller, {})).status);
  expect(statuses).toEqual(Array(tries).fill(401));
  const answer = authenticator.get(await signInOptionsOf(caller));
  const reply = await signInWith(caller, answer);
  expect(reply.headers.get("retry-after")).toBe(String(limits.backoffFirstSeconds));
  expect(await said(reply)).toMatchObject({ status: 429, error: "Throttled" });
});
