import { afterEach, describe, expect, it, vi } from "vitest";
import { database, google } from "@/e2e/support/unit";
import { browser, led, whoIsIn } from "@/e2e/support/unit/auth";
import { reserve } from "@/e2e/support/unit/counted";
import { back } from "@/e2e/support/unit/google";
import { newPerson, someone, stranger } from "@/e2e/support/unit/people";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { mint } from "@/e2e/support/unit/tokens";
import { cookieName } from "../http/cookies";
import { log } from "../log/log";
import { startSession } from "../session/start";

it.each([
  ["an hour slow", -3_600_000],
  ["an hour fast", 3_600_000],
])(
  "a process whose clock is %s judges links, sessions and sends right",
  async (_, off) => {
    const person = await newPerson();
    const [{ token: old }, oldSession] = [
      await mint((await newPerson()).address),
      await startSession(person, "email", stranger()),
    ];
    await database.age("7 days");
    const fresh = await mint((await newPerson()).address);
    const session = await startSession(person, "email", stranger());
    const address = someone();
    await reserve("magic-link", address);

    const other = new SecondProcess(`import { adapterOf } from "./lib/auth/adapter";
    import { consumeMagicLink } from "./lib/magic-link/consume";
    import { OPERATOR as client } from "./commands/operator/operator";
    import { newToken } from "./lib/secrets";
    import { emailWait } from "./lib/rate-limit/emails";
    const Right = Date;
    globalThis.Date = class extends Right {
      constructor(...given) { super(...(given.length ? given : [Right.now() + ${off}])); }
      static now() { return Right.now() + ${off}; }
    };
    const isIn = async (token) => {
      const found = await adapterOf({ steps: {} }).getSessionAndUser(token);
      return found !== null && found.session.expires > new Date();
    };
    const use = (token) => consumeMagicLink(token, { client, sessionToken: newToken() });
    await gate();
    console.log(JSON.stringify({
      old: await use("${old}"),
      fresh: (await use("${fresh.token}")).ok,
      sessions: [await isIn("${oldSession.token}"), await isIn("${session.token}")],
      seconds: (await emailWait("magic-link", "${address}"))?.seconds,
    }));
    process.exit();`);
    await other.ready();
    const judged = await other.go<{ seconds: number }>();
    expect(judged).toMatchObject({
      old: { ok: false, refusal: "expired" },
      fresh: true,
      sessions: [false, true],
    });
    expect(judged.seconds).toBeLessThanOrEqual(60);
  },
  60_000,
);

describe("a way to Google, where this process's clock is off", () => {
  afterEach(async () => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    await google.fault({ mode: "none" });
  });

  const setClock = (off: number) =>
    vi.useFakeTimers({ toFake: ["Date"], now: vi.getRealSystemTime() + off * 1000 });
  const MINUTE = 60;
  const HOUR = 3600;

  it.each([
    ["16 minutes slow", -16 * MINUTE],
    ["an hour slow", -HOUR],
    ["an hour fast", HOUR],
    ["a day slow", -24 * HOUR],
    ["a day fast", 24 * HOUR],
  ])("signs in, and says so in the log: %s", async (_, off) => {
    const warn = vi.spyOn(log, "warn");
    const { sub } = await google.add({ email: someone("gmail.com") });
    const caller = browser();
    setClock(off);
    expect(led(await caller.get(await back(caller, sub)))).toEqual([303, "/cuenta"]);
    expect(await whoIsIn(caller)).not.toBeNull();
    const [said] = warn.mock.calls.map(([fields]) => fields as unknown as Record<string, number>);
    for (const clock of ["secondsAheadOfGoogle", "secondsAheadOfDatabase"])
      expect(Math.abs((said?.[clock] ?? 0) - off)).toBeLessThan(30);
  });

  it.each([
    ["an hour slow", -HOUR],
    ["right", 0],
    ["an hour fast", HOUR],
  ])("judges a token's times by the database's: %s", async (_, off) => {
    const { sub } = await google.add({ email: someone("gmail.com") });
    const now = Math.floor(Date.now() / 1000);
    const judged = async (claims: Record<string, number>) => {
      await google.fault({ mode: "none", claims });
      const caller = browser();
      setClock(off);
      await caller.get(await back(caller, sub));
      vi.useRealTimers();
      return (await whoIsIn(caller)) !== null;
    };
    expect({
      begun: await judged({ nbf: now }),
      notBegun: await judged({ nbf: now + 5 * MINUTE }),
      notOver: await judged({ exp: now + 5 * MINUTE }),
      over: await judged({ exp: now - MINUTE }),
      both: await judged({ nbf: now, exp: now + 5 * MINUTE }),
    }).toEqual({ begun: true, notBegun: false, notOver: true, over: false, both: true });
  });

  it("goes on at a process whose clock is two hours from the one it began at", async () => {
    const { sub } = await google.add({ email: someone("gmail.com") });
    for (const [begun, ended] of [
      [-HOUR, HOUR],
      [HOUR, -HOUR],
    ] as const) {
      const caller = browser();
      setClock(begun);
      const path = await back(caller, sub);
      setClock(ended);
      expect(led(await caller.get(path))).toEqual([303, "/cuenta"]);
    }
  });

  it("says nothing where all clocks agree", async () => {
    const warn = vi.spyOn(log, "warn");
    const { sub } = await google.add({ email: someone("gmail.com") });
    const caller = browser();
    await caller.get(await back(caller, sub));
    expect(warn).not.toHaveBeenCalled();
  });

  it.each([
    ["that is over", (now: number) => ({ exp: now - MINUTE, iat: now - HOUR })],
    ["that has not begun", (now: number) => ({ nbf: now + HOUR })],
  ])("refused because of a time %s says so in the log, without a secret", async (_, times) => {
    const warn = vi.spyOn(log, "warn");
    const { sub } = await google.add({ email: someone("gmail.com") });
    const caller = browser();
    await google.fault({ mode: "none", claims: times(Math.floor(Date.now() / 1000)) });
    const path = await back(caller, sub);
    const secrets = [
      ...new URLSearchParams(path.split("?")[1]).values(),
      ...caller.cookies.values(),
    ];
    expect(led(await caller.get(path))).toEqual([303, "/login?error=OAuthCallback"]);
    expect(caller.cookies.has(cookieName("session"))).toBe(false);
    const said = warn.mock.calls.find(([, words]) => String(words).includes("times"));
    expect(said?.[0]).toMatchObject({
      fault: "GoogleTimes",
      secondsAheadOfGoogle: expect.any(Number),
      secondsAheadOfDatabase: expect.any(Number),
    });
    for (const secret of secrets) expect(JSON.stringify(warn.mock.calls)).not.toContain(secret);
  });
});
