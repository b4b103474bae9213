import { afterEach, describe, expect, it } from "vitest";
import { google } from "@/e2e/support/unit";
import { AUTH, browser, led, whoIsIn } from "@/e2e/support/unit/auth";
import type { Caller } from "@/e2e/support/unit/caller";
import { back, signIn, start } from "@/e2e/support/unit/google";
import { someone } from "@/e2e/support/unit/people";
import { cookieName } from "../../http/cookies";

afterEach(() => google.fault({ mode: "none" }));

const RETRY = "/login?error=OAuthCallback";
const newSub = async () => (await google.add({ email: someone("gmail.com") })).sub;
const signOut = (caller: Caller) => caller.cookies.delete(cookieName("session"));

describe("Google in two tabs", () => {
  it.each(["first", "second"])("signs in both, the %s returning first", async (which) => {
    const [caller, sub] = [browser(), await newSub()];
    const tabs = [
      { path: await back(caller, sub, { callbackUrl: "/uno" }), to: "/uno" },
      { path: await back(caller, sub, { callbackUrl: "/dos" }), to: "/dos" },
    ];
    if (which === "second") tabs.reverse();
    for (const { path, to } of tabs) {
      expect(led(await caller.get(path))).toEqual([303, to]);
      expect(await whoIsIn(caller)).not.toBeNull();
    }
  });

  it("begun at the same instant, by a browser that was never here, works in both", async () => {
    const [caller, sub] = [browser(), await newSub()];
    const begun = await Promise.all([start(caller), start(caller)]);
    for (const { url } of begun) {
      signOut(caller);
      expect(led(await caller.get(await google.choose(url.href, sub)))).toEqual([303, "/cuenta"]);
      expect(await whoIsIn(caller)).not.toBeNull();
    }
  });

  it("refused in one goes on in the other, in either order", async () => {
    for (const order of [0, 1]) {
      const [caller, sub] = [browser(), await newSub()];
      const { url } = await start(caller);
      const path = await back(caller, sub);
      const state = url.searchParams.get("state");
      const refused = `${AUTH}/callback/google?error=access_denied&state=${state}`;
      if (order === 0)
        expect(led(await caller.get(refused))).toEqual([303, "/login?error=AccessDenied"]);
      expect(led(await caller.get(path))).toEqual([303, "/cuenta"]);
      // who is in by the other tab has nothing to be told
      if (order === 1) expect(led(await caller.get(refused))).toEqual([303, "/cuenta"]);
      expect(await whoIsIn(caller)).not.toBeNull();
    }
  });

  it("with another account in each ends in the account of the last return", async () => {
    const caller = browser();
    const subs = [await newSub(), await newSub()];
    const paths = [await back(caller, subs[0] ?? ""), await back(caller, subs[1] ?? "")];
    for (const path of paths.reverse())
      expect(led(await caller.get(path))).toEqual([303, "/cuenta"]);
  });
});

describe("a return from Google that comes again", () => {
  it("leads whoever is signed in to where the first one led", async () => {
    const [caller, sub] = [browser(), await newSub()];
    const path = await back(caller, sub, { callbackUrl: "/facturas?a=1" });
    await caller.get(path);
    for (const _ of [1, 2]) expect(led(await caller.get(path))).toEqual([303, "/facturas?a=1"]);
  });

  it("tells whoever is not that it is over, and the next way works", async () => {
    const [caller, sub] = [browser(), await newSub()];
    const path = await back(caller, sub);
    await caller.get(path);
    signOut(caller);
    expect(led(await caller.get(path))).toEqual([303, RETRY]);
    expect(await whoIsIn(caller)).toBeNull();
    expect(led(await signIn(caller, sub))).toEqual([303, "/cuenta"]);
  });

  it("says again what Google could not do here", async () => {
    const [caller, { sub }] = [browser(), await google.add({ email: someone() })];
    const path = await back(caller, sub);
    for (const _ of [1, 2]) expect(led(await caller.get(path))).toEqual([303, "/registro/enviado"]);
  });

  it("with the cookies of before the first is led on where somebody is signed in", async () => {
    const [caller, sub] = [browser(), await newSub()];
    const path = await back(caller, sub, { callbackUrl: "/facturas" });
    const before = new Map(caller.cookies);
    await caller.get(path);
    for (const [name, value] of before) caller.cookies.set(name, value);
    expect(led(await caller.get(path))).toEqual([303, "/facturas"]);
    for (const [name, value] of before) caller.cookies.set(name, value);
    signOut(caller);
    expect(led(await caller.get(path))).toEqual([303, RETRY]);
  });

  it("ten times at the same instant opens one session, and shows nobody a fault", async () => {
    const [caller, sub] = [browser(), await newSub()];
    const path = await back(caller, sub);
    const answers = await Promise.all(Array.from({ length: 10 }, () => caller.get(path)));
    const places = answers.map((answer) => answer.headers.get("location"));
    expect(places.filter((place) => place === "/cuenta")).toHaveLength(1);
    expect(new Set(places)).toEqual(new Set(["/cuenta", RETRY]));
    expect(led(await caller.get(path))).toEqual([303, "/cuenta"]);
  });

  it.each(["?code=a&state=b", "?state=b", "", "?error=access_denied&state=b"])(
    "and is nobody's of this browser leads whoever is signed in on: %j",
    async (query) => {
      const [caller, sub] = [browser(), await newSub()];
      await signIn(caller, sub);
      const before = caller.cookies.get(cookieName("session"));
      expect(led(await caller.get(`${AUTH}/callback/google${query}`))).toEqual([303, "/cuenta"]);
      expect(caller.cookies.get(cookieName("session"))).toBe(before);
    },
  );

  it("of another browser signs nobody in here, whoever is signed in", async () => {
    const [mine, theirs] = [await newSub(), await newSub()];
    const [caller, other] = [browser(), browser()];
    const path = await back(other, theirs);
    await start(caller);
    expect(led(await caller.get(path))).toEqual([303, RETRY]);
    expect(await whoIsIn(caller)).toBeNull();
    await signIn(caller, mine);
    const me = await whoIsIn(caller);
    expect(led(await caller.get(path))).toEqual([303, "/cuenta"]);
    expect(await whoIsIn(caller)).toEqual(me);
    // nor by a cookie that was made for another way
    const cookies = [...other.cookies].filter(([name]) => name.includes(".google_"));
    const [[name = "", value = ""] = []] = cookies;
    expect(name).not.toBe("");
    const own = await start(caller);
    const ownName = [...caller.cookies.keys()].findLast((one) => one.includes(".google_")) ?? "";
    caller.cookies.set(ownName, value);
    const state = own.url.searchParams.get("state") ?? "";
    const forged = new URL(path, "http://localhost:3000");
    forged.searchParams.set("state", state);
    signOut(caller);
    expect(led(await caller.get(forged.pathname + forged.search))).toEqual([303, RETRY]);
    expect(await whoIsIn(caller)).toBeNull();
  });
});

describe("ways to Google that are begun and left", () => {
  const ways = ({ cookies }: Caller) =>
    [...cookies].filter(([name]) => name.includes(".google_")).map((pair) => pair.join("="));

  it.each(["/cuenta", `/?${"%".repeat(2000)}`])(
    "are five at most in a browser, in no more room than one cookie, to %.9s",
    async (callbackUrl) => {
      const [caller, sub] = [browser(), await newSub()];
      const urls: string[] = [];
      for (let begun = 0; begun < 12; begun++) {
        urls.push((await start(caller, { callbackUrl })).url.href);
        expect(ways(caller).length).toBeLessThanOrEqual(5);
        expect(ways(caller).join("; ").length).toBeLessThanOrEqual(4096);
      }
      expect(ways(caller).length).toBe(callbackUrl === "/cuenta" ? 5 : 1);
      const [oldest = "", newest = ""] = [urls[0], urls.at(-1)];
      expect(led(await caller.get(await google.choose(oldest, sub)))).toEqual([303, RETRY]);
      const landed = await caller.get(await google.choose(newest, sub));
      expect(led(landed)).toEqual([303, callbackUrl]);
    },
  );

  it("fifty at the same instant are five again after the next", async () => {
    const caller = browser();
    await Promise.all(Array.from({ length: 50 }, () => start(caller)));
    await start(caller);
    expect(ways(caller).length).toBeLessThanOrEqual(5);
  });

  it("that are unreadable go first", async () => {
    const caller = browser();
    for (let one = 0; one < 9; one++)
      caller.cookies.set(cookieName("google", `${one}`.repeat(32)), "nonsense");
    const { url } = await start(caller);
    await start(caller);
    expect(ways(caller).length).toBeLessThanOrEqual(5);
    const sub = await newSub();
    expect(led(await caller.get(await google.choose(url.href, sub)))).toEqual([303, "/cuenta"]);
  });
});
