import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { AUTH, auth, browser, led, whoIsIn } from "@/e2e/support/unit/auth";
import { Caller } from "@/e2e/support/unit/caller";
import { programBrowser, signInOptionsOf, withPasskey } from "@/e2e/support/unit/passkeys";
import { PASSWORD, withPassword } from "@/e2e/support/unit/passwords";
import { newPerson, someone } from "@/e2e/support/unit/people";
import { mint } from "@/e2e/support/unit/tokens";
import { cookieName } from "../http/cookies";
import { newToken } from "../secrets";

/**
 * Every statement that this process hands to the PostgreSQL driver. What begins and ends a transaction, with the `set
 * local …` that goes along, frames a statement and is none.
 */
const asked: string[] = [];
const FRAME = /^(begin|commit|rollback)\b/i;
const { query } = pg.Client.prototype;
vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (
  this: pg.Client,
  ...given: unknown[]
) {
  const { text } = given[0] as pg.QueryConfig;
  if (!FRAME.test(text)) asked.push(text);
  return Reflect.apply(query, this, given);
} as typeof query);

/** The same browser, whose requests are counted until they are answered. */
let untilReply = 0;
function counted({ cookies }: Caller): Caller {
  const caller = new Caller(async (request) => {
    asked.length = 0;
    const response = await auth(request);
    untilReply = asked.length;
    return response;
  });
  for (const [name, value] of cookies) caller.cookies.set(name, value);
  return caller;
}

const post = (caller: Caller, path: string, fields: Record<string, string>) =>
  counted(caller).post(`${AUTH}/${path}`, fields);
const ask = (email: string) => post(browser(), "signin/email", { email });
const use = (token: string, caller = browser()) => post(caller, "callback/email", { token });
const enter = (email: string, password = PASSWORD, caller = browser()) =>
  post(caller, "callback/credentials", { email, password });

/** Statements until the reply, and after it: what is due to be told of is looked for, in one. */
const counts = () => ({ untilReply, afterReply: asked.length - untilReply });
const LOOK_FOR_NOTICES = 1;
const cost = (statements: number) => ({ untilReply: statements, afterReply: LOOK_FOR_NOTICES });

async function signedIn(): Promise<Caller> {
  const { address } = await withPassword();
  const caller = browser();
  await caller.post(`${AUTH}/callback/credentials`, { email: address, password: PASSWORD });
  return caller;
}

// the first statements of a process open its connections
beforeAll(signedIn);

describe("a link asked for costs one statement", () => {
  it.each([
    ["with an account", async () => (await newPerson()).address],
    ["without an account", async () => someone()],
  ])("%s", async (_, whose) => {
    expect(led(await ask(await whose()))).toEqual([303, "/login/correo/enviado"]);
    expect(counts()).toEqual(cost(1));
  });

  it("and two more that say why where it is too soon, with and without an account", async () => {
    for (const address of [(await newPerson()).address, someone()]) {
      await ask(address);
      await ask(address);
      expect(counts()).toEqual(cost(3));
    }
  });
});

describe("a link used costs four statements", () => {
  it("in a browser in which nobody is signed in", async () => {
    const { token } = await mint((await newPerson()).address);
    expect(led(await use(token))).toEqual([303, "/cuenta"]);
    expect(counts()).toEqual(cost(4));
  });

  it("and one more where the session that was there is ended", async () => {
    const { token } = await mint((await newPerson()).address);
    expect(led(await use(token, await signedIn()))).toEqual([303, "/cuenta"]);
    expect(counts()).toEqual(cost(5));
  });

  it("and one where it is of no account, or dead", async () => {
    const [fresh, dead] = [await mint(someone()), await mint(someone(), { life: 0 })];
    for (const { token } of [fresh, dead]) {
      await use(token);
      expect(counts()).toEqual(cost(1));
    }
  });
});

describe("a password sign-in costs four statements", () => {
  it("in a browser in which nobody is signed in", async () => {
    expect(led(await enter((await withPassword()).address))).toEqual([303, "/cuenta"]);
    expect(counts()).toEqual(cost(4));
  });

  it("and one more where the session that was there is ended", async () => {
    const { address } = await withPassword();
    expect(led(await enter(address, PASSWORD, await signedIn()))).toEqual([303, "/cuenta"]);
    expect(counts()).toEqual(cost(5));
  });

  it("and three where it is wrong, with and without an account", async () => {
    for (const address of [(await withPassword()).address, someone()]) {
      await enter(address, "otra clave cualquiera");
      expect(counts()).toEqual(cost(3));
    }
  });
});

describe("a passkey sign-in costs three statements", () => {
  const answered = async (
    caller: Caller,
    { authenticator }: Awaited<ReturnType<typeof withPasskey>>,
  ) =>
    post(caller, "callback/passkey", {
      credential: JSON.stringify(authenticator.get(await signInOptionsOf(caller))),
    });

  it("in a browser in which nobody is signed in", async () => {
    const [person, caller] = [await withPasskey(), programBrowser()];
    // what is new here is told once
    caller.cookies.set(cookieName("device"), newToken());
    await answered(caller, person);
    expect((await answered(caller, person)).status).toBe(303);
    expect(counts()).toEqual(cost(3));
  });

  it("and one where it is wrong, after one that gave the challenge", async () => {
    await post(browser(), "signin/passkey", {});
    expect(counts()).toEqual(cost(1));
    await post(browser(), "callback/passkey", { credential: "{}" });
    expect(counts()).toEqual(cost(1));
  });
});

it("a session check costs one statement, and none after it", async () => {
  const caller = await signedIn();
  const person = await whoIsIn(caller);
  const response = await counted(caller).get(`${AUTH}/session`);
  expect(await response.json()).toMatchObject({ user: { email: person?.address } });
  expect(counts()).toEqual({ untilReply: 1, afterReply: 0 });
});

it("a session check of a stranger costs none", async () => {
  const caller = browser();
  caller.cookies.set(cookieName("session"), "nonsense");
  await counted(caller).get(`${AUTH}/session`);
  expect(counts()).toEqual({ untilReply: 0, afterReply: 0 });
});
