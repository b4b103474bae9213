import { describe, expect, it } from "vitest";
import { database, google } from "@/e2e/support/unit";
import { AUTH, led, said, whoIsIn } from "@/e2e/support/unit/auth";
import { type Caller, PROGRAM } from "@/e2e/support/unit/caller";
import { signIn as signInByGoogle } from "@/e2e/support/unit/google";
import { together } from "@/e2e/support/unit/people";
import { resetOf } from "@/e2e/support/unit/resets";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import {
  ANOTHER,
  browser,
  byLink,
  byPassword,
  entered,
  isAsked,
  type Person,
  STEP,
  signOut,
  someoneWithApp,
  type,
  typeRecovery,
} from "@/e2e/support/unit/second-step-browser";
import { mint } from "@/e2e/support/unit/tokens";
import { transact } from "../database/transaction";
import { cookieName } from "../http/cookies";
import { makeRecoveryCodes } from "../second-step/recovery-codes";
import { newToken } from "../secrets";
import { openSessionsOf } from "../session/list";

/** Some code that the app does not show around now. */
async function wrongCode({ app }: Person): Promise<string> {
  const shown = await Promise.all([-2, -1, 0, 1, 2].map((away) => app.code(away)));
  return ["000000", "111111", "222222", "333333", "444444", "555555"].find(
    (code) => !shown.includes(code),
  ) as string;
}

describe("no session is there before the second step", () => {
  const WAYS: Record<string, (caller: Caller, person: Person) => Promise<Response>> = {
    password: byPassword,
    google: async (caller, { id, address }) => {
      const { sub } = await google.add({ email: address });
      await database.sql(
        `insert into "Account" ("userId", provider, "providerAccountId", address) values ($1, 'google', $2, $3)`,
        [id, sub, address],
      );
      return signInByGoogle(caller, sub);
    },
    link: byLink,
    code: async (caller, { address }) => {
      const asked = newToken();
      await mint(address, { browser: asked, code: { digits: "402918", life: 600 } });
      caller.cookies.set(cookieName("asked"), asked);
      return caller.post(`${AUTH}/callback/email`, { code: "402918" });
    },
    "a confirmed registration": async (caller, { address }) => {
      const { token } = await mint(address, { purpose: "registration" });
      return caller.post("/registro/verificar/confirmar", { token });
    },
    "a reset": async (caller, { address }) =>
      caller.post("/recuperar/nueva/guardar", { token: await resetOf(address), password: ANOTHER }),
  };

  it.each(Object.entries(WAYS))("after %s", async (_, way) => {
    const person = await someoneWithApp();
    const caller = browser();
    expect(led(await way(caller, person))).toEqual([303, STEP]);
    expect(caller.cookies.has(cookieName("session"))).toBe(false);
    expect(await openSessionsOf(person.id)).toEqual([]);
    expect(led(await type(caller, await person.app.code()))).toEqual([303, "/cuenta"]);
    expect(await whoIsIn(caller)).toMatchObject({ id: person.id, hasSecondStep: true });
    expect(caller.cookies.has(cookieName("pending"))).toBe(false);
  });

  it("and a program is told where it is asked for", async () => {
    const person = await someoneWithApp();
    const caller = browser(PROGRAM);
    const first = await said(await byPassword(caller, person, "/facturas?x=1"));
    expect(first).toEqual({ status: 200, url: `http://localhost:3000${STEP}` });
    const second = await said(await type(caller, await person.app.code()));
    expect(second).toEqual({ status: 200, url: "http://localhost:3000/facturas?x=1" });
  });

  it("and a browser that is somebody else's session keeps it until then", async () => {
    const person = await someoneWithApp();
    const other = await someoneWithApp();
    const caller = await entered(other);
    await byPassword(caller, person);
    expect((await whoIsIn(caller))?.id).toBe(other.id);
    await type(caller, await person.app.code());
    expect((await whoIsIn(caller))?.id).toBe(person.id);
    expect(await openSessionsOf(other.id)).toEqual([]);
  });
});

describe("what waits for the second step", () => {
  it("ends with the fifth wrong code, and each says how many are left", async () => {
    const person = await someoneWithApp();
    const caller = browser(PROGRAM);
    await byPassword(caller, person);
    const wrong = await wrongCode(person);
    for (const triesLeft of [4, 3, 2, 1])
      expect(await said(await type(caller, wrong))).toMatchObject({
        status: 401,
        error: "SecondStepWrong",
        triesLeft,
      });
    const last = await said(await type(caller, wrong));
    const message = expect.stringContaining("Ingresa otra vez");
    expect(last).toMatchObject({ status: 401, error: "SecondStepEnded", message });
    const right = await said(await type(caller, await person.app.code()));
    expect(right).toMatchObject({ status: 401, error: "SecondStepEnded" });
    expect(await whoIsIn(caller)).toBeNull();
  });

  it("of fifty wrong ones at the same instant has five compared", async () => {
    const person = await someoneWithApp();
    const caller = browser(PROGRAM);
    await byPassword(caller, person);
    const wrong = await wrongCode(person);
    const replies = await together(50, () => type(caller, wrong));
    expect(replies.map(({ status }) => status)).toEqual(Array(50).fill(401));
    const [row] = await database.sql<{ n: number }>(
      `select count(*)::int as n from "Activity" where "userId" = $1 and event = 'second-step-refused'`,
      [person.id],
    );
    expect(row?.n).toBe(5);
  });

  it("lives for ten minutes", async () => {
    const person = await someoneWithApp();
    const [early, late] = [browser(), browser()];
    await byPassword(late, person);
    await database.age("1 minute");
    await byPassword(early, person);
    await database.age("9 minutes");
    expect(led(await type(late, await person.app.code()))).toEqual([303, "/login"]);
    expect(led(await type(early, await person.app.code()))).toEqual([303, "/cuenta"]);
  });

  it.each([undefined, "", "evil", newToken()])(
    "is its browser's alone: %j opens nothing",
    async (pending) => {
      const person = await someoneWithApp();
      await byPassword(browser(), person);
      const other = browser();
      other.cookies.set("other", "1");
      if (pending !== undefined) other.cookies.set(cookieName("pending"), pending);
      expect(led(await type(other, await person.app.code()))).toEqual([303, "/login"]);
      expect(await whoIsIn(other)).toBeNull();
    },
  );

  it("ends with a new password, and with all of its person's sessions", async () => {
    const person = await someoneWithApp();
    const thief = browser();
    await byPassword(thief, person);
    await browser().post("/recuperar/nueva/guardar", {
      token: await resetOf(person.address),
      password: ANOTHER,
    });
    expect(led(await type(thief, await person.app.code()))).toEqual([303, "/login"]);
  });

  it("with one code fifty times at the same instant, over two processes, opens one session", async () => {
    const person = await someoneWithApp();
    const callers = await together(4, async () => {
      const caller = browser();
      await byPassword(caller, person);
      return caller;
    });
    const code = await person.app.code();
    const [mine, theirs] = [callers.slice(0, 2), callers.slice(2)];
    const tokens = theirs.map(({ cookies }) => cookies.get(cookieName("pending")));
    const other = new SecondProcess(`import { passSecondStep } from "./lib/second-step/pass";
      import { newToken } from "./lib/secrets";
      import { stranger } from "./e2e/support/unit/people";
      await passSecondStep(undefined, {}, {});
      await gate();
      const typed = { kind: "totp", code: "${code}", trusts: false };
      const passed = await Promise.all(${JSON.stringify(tokens)}.flatMap((token) =>
        Array.from({ length: 12 }, () =>
          passSecondStep(token, typed, { client: stranger(), sessionToken: newToken() }))));
      console.log(JSON.stringify(passed.filter(({ ok }) => ok).length));
      process.exit();`);
    await other.ready();
    const [here, there] = await Promise.all([
      Promise.all(mine.flatMap((caller) => Array.from({ length: 13 }, () => type(caller, code)))),
      other.go<number>(),
    ]);
    const opened = here.filter((one) => led(one)[1] === "/cuenta").length;
    expect(opened + there).toBe(1);
    expect(await openSessionsOf(person.id)).toHaveLength(1);
  });
});

describe("wrong codes of the second step", () => {
  /** Ten, in two sign-ins. */
  async function tenWrong(person: Person) {
    const wrong = await wrongCode(person);
    for (const _ of [1, 2]) {
      const caller = browser();
      await byLink(caller, person);
      for (const __ of [1, 2, 3, 4, 5]) await type(caller, wrong);
    }
  }

  it("slow its next code and the password down, which a right password does not forgive, and passing does", async () => {
    const person = await someoneWithApp();
    await tenWrong(person);
    const caller = browser(PROGRAM);
    await byLink(caller, person);
    const refused = await type(caller, await person.app.code());
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(25);
    expect((await byPassword(browser(PROGRAM), person)).status).toBe(429);

    await database.age("31 seconds");
    const again = browser(PROGRAM);
    expect((await byPassword(again, person)).status).toBe(200);
    await type(again, await wrongCode(person));
    expect((await type(again, await person.app.code())).status).toBe(429);

    await database.age("61 seconds");
    expect((await type(again, await person.app.code())).status).toBe(200);
    const [row] = await database.sql<{ failures: number; stepFailures: number }>(
      `select failures, "stepFailures" from "TryThrottle" where address = $1`,
      [person.address],
    );
    expect(row).toEqual({ failures: 0, stepFailures: 0 });
  });

  it("are counted apart from wrong passwords: a stranger who guesses those keeps nobody from passing", async () => {
    const person = await someoneWithApp();
    await database.sql(
      `insert into "TryThrottle" (address, failures, "slowedUntil") values ($1, 50, clock_timestamp() + interval '15 minutes')`,
      [person.address],
    );
    const caller = browser();
    await byLink(caller, person);
    expect(led(await type(caller, await person.app.code()))).toEqual([303, "/cuenta"]);
  });
});

describe("a code", () => {
  it.each(["", "12345", "abcdef", "1".repeat(9000)])(
    "that is none is a wrong field and no try: %#",
    async (code) => {
      const person = await someoneWithApp();
      const caller = browser(PROGRAM);
      await byPassword(caller, person);
      expect(await said(await type(caller, code))).toMatchObject({
        status: 422,
        fields: { code: expect.any(String) },
      });
      expect(await said(await type(caller, await wrongCode(person)))).toMatchObject({
        triesLeft: 4,
      });
    },
  );

  it("of recovery passes once, ends the trusted devices, and trusts none itself", async () => {
    const person = await someoneWithApp();
    const trusted = await entered(person, { trust: "on" });
    const [code = ""] = await transact((transaction) => makeRecoveryCodes(person.id, transaction));
    const [first, second] = [browser(), browser()];
    await byPassword(first, person);
    await byPassword(second, person);
    const used = await first.post(`${AUTH}/callback/second-step`, {
      recoveryCode: code,
      trust: "on",
    });
    expect(led(used)).toEqual([303, "/cuenta"]);
    expect(led(await typeRecovery(second, code))).toEqual([303, `${STEP}/codigo`]);
    for (const caller of [trusted, first]) {
      await signOut(caller);
      expect(await isAsked(caller, person)).toBe(true);
    }
    expect(
      await database.sql(`select kind from "Notice" where address = $1`, [person.address]),
    ).toContainEqual({ kind: "recovery-code-used" });
  });
});

it("a new password of one's own, with the step proved, asks for it no second time", async () => {
  const person = await someoneWithApp();
  const caller = await entered(person);
  const saved = await caller.post("/cuenta/contrasena/guardar", {
    password: ANOTHER,
    person: person.id,
  });
  expect(led(saved)).toEqual([303, "/cuenta"]);
  expect((await whoIsIn(caller))?.id).toBe(person.id);
});
