import { afterEach, describe, expect, it } from "vitest";
import { database, google } from "@/e2e/support/unit";
import { AUTH, led, noticeAt, said, whoIsIn } from "@/e2e/support/unit/auth";
import { PROGRAM } from "@/e2e/support/unit/caller";
import { back, enterAs, LINK, signedIn, signIn, start } from "@/e2e/support/unit/google";
import { someone } from "@/e2e/support/unit/people";
import { cookieName } from "../../http/cookies";
import { messages } from "../../messages/messages";
import { singleton } from "../../singleton";
import { findUserByEmail, findUserByGoogle } from "../../user/find";

afterEach(() => google.fault({ mode: "none" }));

describe("going to Google from /cuenta", () => {
  it("links, whatever the address there, and goes on in the same session", async () => {
    const { person, session, caller } = await signedIn();
    const { sub } = await google.add({ email: someone("otra.com") });
    expect(led(await caller.get(await back(caller, sub, {}, LINK)))).toEqual([303, "/cuenta"]);
    expect(await findUserByGoogle(sub)).toMatchObject({ id: person.id });
    expect(caller.cookies.get(cookieName("session"))).toBe(session.token);
  });

  it.each(["?error=access_denied", "?code=x&state=y", ""])(
    "still links when another site has led to its end meanwhile: %j",
    async (query) => {
      const { person, session, caller } = await signedIn();
      const { sub, email } = await google.add({ email: someone("gmail.com") });
      const path = await back(caller, sub, {}, LINK);
      expect(led(await caller.get(`/api/auth/callback/google${query}`))).toEqual([303, "/cuenta"]);
      expect(led(await caller.get(path))).toEqual([303, "/cuenta"]);
      expect(await findUserByGoogle(sub)).toMatchObject({ id: person.id });
      expect(await findUserByEmail(email as never)).toBeNull();
      expect(caller.cookies.get(cookieName("session"))).toBe(session.token);
    },
  );

  it("does not link by a proof that has aged there, and asks for another", async () => {
    const { caller } = await signedIn();
    const { sub } = await google.add({ email: someone("otra.com") });
    await database.age("9 minutes");
    const path = await back(caller, sub, {}, LINK);
    await database.age("1 minute");
    expect(led(await caller.get(path))).toEqual([
      303,
      "/cuenta/confirmar?callbackUrl=/cuenta%23google",
    ]);
    expect(await findUserByGoogle(sub)).toBeNull();
  });

  it("proves nothing: Google supports no re-authentication", async () => {
    const { caller } = await signedIn();
    const { sub } = await google.add({ email: someone("otra.com") });
    await database.age("9 minutes");
    await caller.get(await back(caller, sub, {}, LINK));
    await database.age("1 minute");
    expect(await findUserByGoogle(sub)).not.toBeNull();
    expect(await whoIsIn(caller)).toMatchObject({ session: { reauthenticated: false } });
  });

  it("for too long asks for a proof, and says so; nobody is signed in instead", async () => {
    const { person, session, caller } = await signedIn();
    const { sub, email } = await google.add({ email: someone("gmail.com") });
    const late = await back(caller, sub, {}, LINK);
    await database.age("10 minutes");
    expect(led(await caller.get(late))).toEqual([
      303,
      "/cuenta/confirmar?callbackUrl=/cuenta%23google",
    ]);
    expect(await noticeAt("/cuenta/confirmar", caller)).toEqual(messages().replies.googleLate);
    expect(caller.cookies.get(cookieName("session"))).toBe(session.token);
    expect(await findUserByEmail(email as never)).toBeNull();
    expect(await findUserByGoogle(sub)).toBeNull();
    expect(await whoIsIn(caller)).toMatchObject({ id: person.id });
  });

  it("and signed out meanwhile links nothing, signs nobody in, and asks who it is", async () => {
    const { caller } = await signedIn();
    const { sub, email } = await google.add({ email: someone("gmail.com") });
    const path = await back(caller, sub, {}, LINK);
    caller.cookies.delete(cookieName("session"));
    const url = "/login?callbackUrl=/cuenta%23google&error=SessionRequired";
    expect(led(await caller.get(path))).toEqual([303, url]);
    expect(await findUserByGoogle(sub)).toBeNull();
    expect(await findUserByEmail(email as never)).toBeNull();
    expect(await whoIsIn(caller)).toBeNull();
  });

  it("begun by one person links to nobody else who signs in meanwhile in this browser", async () => {
    const { person, caller } = await signedIn();
    const { sub } = await google.add({ email: someone("gmail.com") });
    const path = await back(caller, sub, {}, LINK);
    const other = await enterAs(caller);
    expect(led(await caller.get(path))).toEqual([303, "/cuenta"]);
    expect(await noticeAt("/cuenta", caller)).toEqual(messages().replies.googleOtherPerson);
    expect(await findUserByGoogle(sub)).toBeNull();
    expect(await whoIsIn(caller)).toMatchObject({ id: other.person.id });
    const program = await caller.send(path, { headers: PROGRAM });
    expect(await said(program)).toMatchObject({ status: 409, error: "OtherPerson" });
    await enterAs(caller, person);
    await caller.get(path);
    expect(await findUserByGoogle(sub)).toMatchObject({ id: person.id });
  });

  it("refused at Google says that nothing was linked", async () => {
    const { caller } = await signedIn();
    const { url } = await start(caller, {}, LINK);
    const state = url.searchParams.get("state");
    const path = `${AUTH}/callback/google?error=access_denied&state=${state}`;
    expect(led(await caller.get(path))).toEqual([303, "/cuenta"]);
    expect(await noticeAt("/cuenta", caller)).toEqual(messages().replies.googleCancelled);
  });

  it("while Google does not give its tokens says so, and the same return works later", async () => {
    const { person, caller } = await signedIn();
    const { sub } = await google.add({ email: someone("otra.com") });
    const path = await back(caller, sub, {}, LINK);
    await google.fault({ mode: "down" });
    await caller.get(path);
    expect(await noticeAt("/cuenta", caller)).toEqual(messages().replies.googleAway);
    await google.fault({ mode: "none" });
    await caller.get(path);
    expect(await findUserByGoogle(sub)).toMatchObject({ id: person.id });
  });

  it.each(["down", "hang"] as const)(
    "while it is away (%s) is a 503 that says when",
    async (mode) => {
      const [{ caller }, program] = [await signedIn(), await signedIn(PROGRAM)];
      await google.fault({ mode });
      expect(led(await caller.post(LINK))).toEqual([303, "/cuenta"]);
      expect(await noticeAt("/cuenta", caller)).toEqual(messages().replies.googleAway);
      const answer = await program.caller.post(LINK);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(await said(answer)).toMatchObject({
        status: 503,
        error: "OAuthSignin",
        message: messages().replies.googleAway.text,
        retryAfter: expect.any(Number),
      });
    },
  );

  it("comes back to a process that cannot ask where Google's doors are, and again later", async () => {
    const { person, caller } = await signedIn();
    const { sub } = await google.add({ email: someone("otra.com") });
    const path = await back(caller, sub, {}, LINK);
    await google.fault({ mode: "down" });
    // as in a process that started a moment ago
    Object.assign(singleton("google-discovery", Object), { document: null });
    const program = await caller.send(path, { headers: PROGRAM });
    expect(Number(program.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await said(program)).toMatchObject({ status: 503, error: "OAuthSignin" });
    expect(led(await caller.get(path))).toEqual([303, "/cuenta"]);
    expect(await noticeAt("/cuenta", caller)).toEqual(messages().replies.googleAway);
    await google.fault({ mode: "none" });
    expect(led(await caller.get(path))).toEqual([303, "/cuenta"]);
    expect(await findUserByGoogle(sub)).toMatchObject({ id: person.id });
  });
});

describe("linking in two tabs", () => {
  it.each(["first", "second"] as const)(
    "links once, the %s tab first, and says so in both",
    async (which) => {
      const { person, caller } = await signedIn();
      const { sub } = await google.add({ email: someone("otra.com") });
      const tabs = [await back(caller, sub, {}, LINK), await back(caller, sub, {}, LINK)];
      if (which === "second") tabs.reverse();
      for (const path of tabs) {
        expect(led(await caller.get(path))).toEqual([303, "/cuenta"]);
        expect(await noticeAt("/cuenta", caller)).toEqual(messages().replies.googleLinked);
      }
      expect(await findUserByGoogle(sub)).toMatchObject({ id: person.id });
      expect(await linksTold(person.address)).toBe(1);
    },
  );

  it("at the same instant links once, and no tab is told of a fault", async () => {
    const { person, caller } = await signedIn();
    const { sub } = await google.add({ email: someone("otra.com") });
    const tabs = [await back(caller, sub, {}, LINK), await back(caller, sub, {}, LINK)];
    const answers = await Promise.all([...tabs, ...tabs].map((path) => caller.get(path)));
    for (const answer of answers) expect(led(answer)).toEqual([303, "/cuenta"]);
    expect(await findUserByGoogle(sub)).toMatchObject({ id: person.id });
    expect(await linksTold(person.address)).toBe(1);
  });

  it("returned to again, by Back or a restored tab, leads on without an error", async () => {
    const { caller } = await signedIn();
    const { sub } = await google.add({ email: someone("otra.com") });
    const path = await back(caller, sub, {}, LINK);
    const before = new Map(caller.cookies);
    await caller.get(path);
    expect(led(await caller.get(path))).toEqual([303, "/cuenta"]);
    expect(await noticeAt("/cuenta", caller)).toBeNull();
    // a browser that was restored to what it had before
    for (const [name, value] of before) caller.cookies.set(name, value);
    expect(led(await caller.get(path))).toEqual([303, "/cuenta"]);
    expect((await noticeAt("/cuenta", caller))?.tone).not.toBe("danger");
  });

  it("of two accounts there links the first, and says why not the second", async () => {
    const { caller } = await signedIn();
    const [one, other] = [
      await google.add({ email: someone("otra.com") }),
      await google.add({ email: someone("otra.com") }),
    ];
    const tabs = [await back(caller, one.sub, {}, LINK), await back(caller, other.sub, {}, LINK)];
    await caller.get(tabs[1] ?? "");
    await caller.get(tabs[0] ?? "");
    expect(await noticeAt("/cuenta", caller)).toEqual(messages().replies.googleSecond);
    expect(await findUserByGoogle(one.sub)).toBeNull();
  });

  it("beside a sign-in in another tab goes on for the same person, under their new session", async () => {
    const { sub } = await google.add({ email: someone("gmail.com") });
    const { caller } = await signedIn();
    await signIn(caller, sub);
    const user = await whoIsIn(caller);
    const other = await google.add({ email: someone("otra.com") });
    await database.sql(`delete from "Account" where "providerAccountId" = $1`, [sub]);
    const path = await back(caller, other.sub, { person: user?.id }, LINK);
    await enterAs(caller, user ?? undefined);
    await caller.get(path);
    expect(await findUserByGoogle(other.sub)).toMatchObject({ id: user?.id });
  });
});

const linksTold = async (address: string) =>
  (
    await database.sql(`select 1 from "Notice" where address = $1 and kind = 'google-linked'`, [
      address,
    ])
  ).length;
