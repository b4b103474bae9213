import { afterEach, describe, expect, it } from "vitest";
import { google, inbox } from "@/e2e/support/unit";
import { AUTH, browser, led, whoIsIn } from "@/e2e/support/unit/auth";
import { back, signIn, start } from "@/e2e/support/unit/google";
import { waitsForLock } from "@/e2e/support/unit/lock";
import { newPerson, someone } from "@/e2e/support/unit/people";
import { tell } from "@/e2e/support/unit/settings";
import { settings } from "../../config/settings";
import { transact } from "../../database/transaction";
import { cookieName } from "../../http/cookies";
import { findUserByEmail, findUserByGoogle } from "../../user/find";

afterEach(async () => {
  await google.fault({ mode: "none" });
  await inbox.fault({ mode: "none" });
});

describe("the way to Google", () => {
  it("has PKCE, state and nonce of its own, and the cookies that prove them", async () => {
    const [one, other] = [await start(browser()), await start(browser())];
    expect(one.response.status).toBe(303);
    expect(one.url.origin).toBe(google.origin);
    for (const name of ["state", "nonce", "code_challenge"])
      expect(one.url.searchParams.get(name)).not.toBe(other.url.searchParams.get(name));
    expect(one.url.searchParams.get("code_challenge_method")).toBe("S256");
    expect(one.url.searchParams.get("redirect_uri")).toBe(
      "http://localhost:3000/api/auth/callback/google",
    );
  });

  it("leaves no cookie that a browser would drop, wherever it leads", async () => {
    const { response } = await start(browser(), { callbackUrl: `/?${"%".repeat(2040)}` });
    for (const line of response.headers.getSetCookie()) expect(line.length).toBeLessThan(4096);
  });
});

describe("coming back from Google", () => {
  it("signs in, makes the account, and leads where the person wanted to go", async () => {
    const { sub, email } = await google.add({ email: someone("gmail.com"), name: "Ana Pérez" });
    const caller = browser();
    const response = await signIn(caller, sub, { callbackUrl: "/facturas?a=1" });
    expect(led(response)).toEqual([303, "/facturas?a=1"]);
    expect(await whoIsIn(caller)).toMatchObject({
      address: email,
      name: "Ana Pérez",
      session: { method: "google" },
    });
    expect(led(await signIn(browser(), sub))).toEqual([303, "/cuenta"]);
  });

  it("works once, in the browser that left", async () => {
    const { sub } = await google.add({ email: someone("gmail.com") });
    const [caller, other] = [browser(), browser()];
    const path = await back(caller, sub);
    const kept = new Map(caller.cookies);
    expect(led(await other.get(path))).toEqual([303, "/login?error=OAuthCallback"]);
    expect(await whoIsIn(other)).toBeNull();
    expect(led(await caller.get(path))).toEqual([303, "/cuenta"]);
    const again = browser();
    for (const [name, value] of kept) again.cookies.set(name, value);
    expect(led(await again.get(path))).toEqual([303, "/login?error=OAuthCallback"]);
    expect(await whoIsIn(again)).toBeNull();
  });

  it("to an account that is removed in that instant signs nobody in", async () => {
    const { sub, email } = await google.add({ email: someone("gmail.com") });
    await signIn(browser(), sub);
    const caller = browser();
    const path = await back(caller, sub);
    const { coming } = await transact(async (transaction) => {
      await transaction.user.delete({ where: { email } });
      const begun = caller.get(path);
      await waitsForLock();
      return { coming: begun };
    });
    expect(led(await coming)).toEqual([303, "/login?error=OAuthCallback"]);
    expect(await whoIsIn(caller)).toBeNull();
  });

  it("after a rotation of the secret signs in, while the one before is kept", async () => {
    const { sub } = await google.add({ email: someone("gmail.com") });
    const before = settings().secret;
    const [caller, late] = [browser(), browser()];
    const [path, latePath] = [await back(caller, sub), await back(late, sub)];
    try {
      const NEXTAUTH_SECRET = "another secret, that came with the rotation of keys";
      tell({ NEXTAUTH_SECRET, NEXTAUTH_SECRET_PREVIOUS: before });
      expect(led(await caller.get(path))).toEqual([303, "/cuenta"]);
      expect(led(await signIn(browser(), sub))).toEqual([303, "/cuenta"]);
      tell({ NEXTAUTH_SECRET_PREVIOUS: undefined });
      expect(led(await late.get(latePath))).toEqual([303, "/login?error=OAuthCallback"]);
    } finally {
      tell({ NEXTAUTH_SECRET: before, NEXTAUTH_SECRET_PREVIOUS: undefined });
    }
  });

  it("ends the session that was there, whoever's it was, and links to nobody", async () => {
    const first = await google.add({ email: someone("gmail.com") });
    const second = await google.add({ email: someone("gmail.com") });
    const caller = browser();
    await signIn(caller, first.sub);
    const before = new Map(caller.cookies);
    await signIn(caller, second.sub);
    expect(await whoIsIn(caller)).toMatchObject({ address: second.email });
    caller.cookies.set(cookieName("session"), before.get(cookieName("session")) ?? "");
    expect(await whoIsIn(caller)).toBeNull();
    expect((await findUserByGoogle(second.sub))?.address).toBe(second.email);
  });

  it("into an account that Google has no authority on says so, and changes nothing", async () => {
    const { address } = await newPerson();
    const { sub } = await google.add({ email: address, email_verified: true });
    const caller = browser();
    expect(led(await signIn(caller, sub))).toEqual([303, "/login?error=OAuthAccountNotLinked"]);
    expect(await whoIsIn(caller)).toBeNull();
    expect(await findUserByGoogle(sub)).toBeNull();
  });

  it("at an address without an account that Google has no authority on sends a verification", async () => {
    const { sub, email } = await google.add({ email: someone(), email_verified: true });
    const caller = browser();
    expect(led(await signIn(caller, sub))).toEqual([303, "/registro/enviado"]);
    expect(await whoIsIn(caller)).toBeNull();
    expect((await inbox.wait(email)).links[0]).toContain("/registro/verificar?token=");
    expect(await findUserByEmail(email as never)).toBeNull();
  });

  it.each([
    ["string", { email_verified: "true" }],
    ["missing", { email_verified: null }],
  ])("with email_verified that is not the boolean enters no account: %s", async (_, claims) => {
    const { sub, email } = await google.add({ email: someone("gmail.com"), email_verified: true });
    await google.fault({ mode: "none", claims });
    const caller = browser();
    await signIn(caller, sub);
    expect(await whoIsIn(caller)).toBeNull();
    expect(await findUserByEmail(email as never)).toBeNull();
  });

  it.each([
    ["another client", { aud: "somebody-else" }],
    ["another issuer", { iss: "https://evil.example" }],
    ["a time that is over", { exp: 1 }],
  ])("with a token for %s signs nobody in", async (_, claims) => {
    const { sub } = await google.add({ email: someone("gmail.com") });
    await google.fault({ mode: "none", claims });
    const caller = browser();
    expect(led(await signIn(caller, sub))).toEqual([303, "/login?error=OAuthCallback"]);
    expect(await whoIsIn(caller)).toBeNull();
  });

  it.each(["wrong-nonce", "token-error"] as const)(
    "that went wrong there signs nobody in: %s",
    async (mode) => {
      const { sub } = await google.add({ email: someone("gmail.com") });
      await google.fault({ mode });
      const caller = browser();
      expect(led(await signIn(caller, sub))).toEqual([303, "/login?error=OAuthCallback"]);
      expect(await whoIsIn(caller)).toBeNull();
    },
  );

  it.each([
    ["error=access_denied&state=", "AccessDenied"],
    ["error=server_error&state=", "OAuthCallback"],
    ["", "OAuthCallback"],
    ["code=a&state=b", "OAuthCallback"],
    ["code=a&code=b&state=c&state=d", "OAuthCallback"],
  ])("with %j says what it was", async (query, error) => {
    const caller = browser();
    const { url } = await start(caller);
    const state = query.endsWith("state=") ? url.searchParams.get("state") : "";
    const response = await caller.get(`${AUTH}/callback/google?${query}${state}`);
    expect(led(response)).toEqual([303, `/login?error=${error}`]);
  });
});
