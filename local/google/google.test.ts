import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { servicePorts } from "../ports";
import { ANA_SUB, GOOGLE_PASSWORD } from "./accounts";
import { CLIENT } from "./provider";
import { type Google, startGoogle } from "./start";
import { Visitor } from "./visitor";

let google: Google;

beforeAll(async () => {
  const [port = 0] = await servicePorts(process.pid, 1);
  google = await startGoogle(port, ["https://ingreso.ejemplo.com"]);
});
afterAll(() => google.stop());
afterEach(() => post("/api/fault", { mode: "none" }));

const post = (path: string, body: unknown) =>
  fetch(`${google.url}${path}`, { method: "POST", body: JSON.stringify(body) });
const newcomer = (redirectUri?: string) => new Visitor(google.url, redirectUri);

async function idToken(visitor: Visitor, back: URL) {
  const tokens = await (await visitor.trade(back)).json();
  const keys = createRemoteJWKSet(new URL(`${google.url}/jwks`));
  const { payload, protectedHeader } = await jwtVerify(tokens.id_token, keys);
  return { payload, protectedHeader, tokens };
}

describe("signing in", () => {
  it("discovers, chooses, trades the code and gets a token with name and address", async () => {
    const about = await (await fetch(`${google.url}/.well-known/openid-configuration`)).json();
    expect(about).toMatchObject({
      issuer: google.url,
      code_challenge_methods_supported: ["S256"],
      id_token_signing_alg_values_supported: ["RS256"],
    });
    const visitor = newcomer();
    const back = await visitor.choose(ANA_SUB);
    expect(back.href).toMatch("http://localhost:4321/api/auth/callback/google?code=");
    expect(back.searchParams.get("state")).toBe("a-state");
    const { payload, protectedHeader, tokens } = await idToken(visitor, back);
    expect(protectedHeader.alg).toBe("RS256");
    expect(payload).toMatchObject({
      iss: google.url,
      aud: CLIENT.id,
      sub: ANA_SUB,
      email: "ana@gmail.com",
      email_verified: true,
      name: "Ana Torres",
      nonce: visitor.nonce,
    });
    expect(payload).not.toHaveProperty("hd");
    expect(payload).not.toHaveProperty("password");
    const me = await fetch(`${google.url}/me`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    expect(await me.json()).toMatchObject({ sub: ANA_SUB, email: "ana@gmail.com" });
  });

  it("takes a code once, and only with its verifier", async () => {
    const visitor = newcomer();
    const stolen = await visitor.trade(await visitor.choose(ANA_SUB), "x".repeat(43));
    expect(await stolen.json()).toMatchObject({ error: "invalid_grant" });
    const back = await visitor.choose(ANA_SUB);
    expect((await visitor.trade(back)).status).toBe(200);
    expect((await visitor.trade(back)).status).toBe(400);
  });

  it.each<Record<string, string>>([
    {},
    { prompt: "select_account" },
    { prompt: "consent" },
    { max_age: "0" },
  ])(
    "shows the chooser at a second visit of the same browser, with another account: %o",
    async (more) => {
      const visitor = newcomer();
      await visitor.choose(ANA_SUB);
      const chooser = await visitor.open(more);
      const page = await (await visitor.fetch(chooser.href)).text();
      expect(page).toContain("Selecciona una cuenta");
      for (const email of ["ana@gmail.com", "demo@ejemplo.com", "nueva@gmail.com"]) {
        expect(page).toMatch(new RegExp(`<button[^>]*name="sub"[^>]*>(?:(?!</button>).)*${email}`));
      }
      const sub = /value="(\d+)">(?:(?!<\/button>).)*demo@ejemplo/.exec(page)?.[1] ?? "";
      const back = await visitor.send(chooser, { sub });
      const { payload } = await idToken(visitor, back as URL);
      expect(payload).toMatchObject({ email: "demo@ejemplo.com", email_verified: true });
      expect(payload).not.toHaveProperty("hd");
    },
  );

  it.each<Record<string, string>>([{ max_age: "0" }, { prompt: "login" }])(
    "tells when it was proved: %o",
    async (more) => {
      const visitor = newcomer();
      await visitor.choose(ANA_SUB);
      const began = Math.floor(Date.now() / 1000);
      const { payload } = await idToken(visitor, await visitor.choose(ANA_SUB, more));
      expect(payload.auth_time).toBeGreaterThanOrEqual(began);
    },
  );

  it("asks for address and password under 'Usar otra cuenta', and refuses wrong ones", async () => {
    const visitor = newcomer();
    const form = `${await visitor.open()}/otra`;
    const page = await (await visitor.fetch(form)).text();
    for (const words of ["Correo electrónico", "Contraseña", "Siguiente"])
      expect(page).toContain(words);
    const refused = await visitor.send(form, { email: "nueva@gmail.com", password: "otra" });
    const words = await (refused as Response).text();
    expect(words).toContain('role="alert">El correo o la contraseña no coinciden');
    expect(words).toContain('value="nueva@gmail.com"');
    const back = await visitor.send(form, {
      email: " Nueva@gmail.com",
      password: GOOGLE_PASSWORD,
    });
    expect((await idToken(visitor, back as URL)).payload.email).toBe("nueva@gmail.com");
  });

  it("lets a person refuse", async () => {
    const visitor = newcomer();
    const back = await visitor.send(await visitor.open(), { cancel: "1" });
    expect((back as URL).searchParams.get("error")).toBe("access_denied");
  });

  it("answers prompt=none without a chooser", async () => {
    const back = await newcomer().authorize({ prompt: "none" });
    expect((back as URL).searchParams.get("error")).toBe("login_required");
  });

  it.each([
    ["http://localhost:80/api/auth/callback/google", true],
    ["http://localhost:65000/api/auth/callback/google", true],
    ["http://127.0.0.1:4000/api/auth/callback/google", true],
    ["https://ingreso.ejemplo.com/api/auth/callback/google", true],
    ["http://localhost:3000/api/auth/callback/otro", false],
    ["http://evil.example/api/auth/callback/google", false],
    ["http://localhost.evil.example/api/auth/callback/google", false],
    ["https://localhost:3000/api/auth/callback/google", false],
    ["http://localhost:3000/api/auth/callback/google?x=1", false],
  ])("the redirect address %s: %s", async (uri, known) => {
    const answer = await newcomer(uri).authorize();
    expect(answer instanceof URL).toBe(known);
  });

  it("lets its forms lead back into the app", async () => {
    const visitor = newcomer();
    const page = await visitor.fetch((await visitor.open()).href);
    expect(page.headers.get("content-security-policy")).toContain(
      "form-action 'self' http://localhost:* http://127.0.0.1:* https://ingreso.ejemplo.com",
    );
  });

  it("says in Spanish that an interrupted sign-in is over", async () => {
    const page = await fetch(`${google.url}/interaction/nada`);
    expect(page.status).toBe(400);
    expect(await page.text()).toContain("se interrumpió");
  });
});

describe("accounts", () => {
  it("are added, and changed by their sub", async () => {
    const added = await (
      await post("/api/accounts", { email: "eva@empresa.co", hd: "empresa.co" })
    ).json();
    expect(added).toMatchObject({ sub: expect.stringMatching(/^\d{21}$/), email_verified: true });
    const changed = await post("/api/accounts", {
      sub: added.sub,
      email: "eva@nueva.co",
      hd: null,
      email_verified: false,
    });
    expect(await changed.json()).toEqual({
      sub: added.sub,
      email: "eva@nueva.co",
      name: "eva",
      email_verified: false,
      password: GOOGLE_PASSWORD,
    });
    const visitor = newcomer();
    const { payload } = await idToken(visitor, await visitor.choose(added.sub));
    expect(payload).toMatchObject({ email: "eva@nueva.co", email_verified: false });
    expect(payload).not.toHaveProperty("hd");
  });

  it.each([{}, { email: "x" }, { email: 7 }, { email: "a@b.c", sub: 5 }, [], null, "x"])(
    "refuse %j in JSON",
    async (body) => {
      const answer = await post("/api/accounts", body);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toEqual({ error: expect.any(String) });
    },
  );
});

describe("a fault", () => {
  it("down: everything is 503", async () => {
    await post("/api/fault", { mode: "down" });
    expect((await fetch(`${google.url}/.well-known/openid-configuration`)).status).toBe(503);
    expect(await newcomer().authorize()).toBe(503);
  });

  it("hang: nothing is answered, until it is over", async () => {
    await post("/api/fault", { mode: "hang" });
    const request = fetch(`${google.url}/jwks`, { signal: AbortSignal.timeout(300) });
    await expect(request).rejects.toThrow(/timeout/);
    await post("/api/fault", { mode: "none" });
    expect((await fetch(`${google.url}/jwks`)).status).toBe(200);
  });

  it("slow: everything is late", async () => {
    await post("/api/fault", { mode: "slow", ms: 300 });
    const began = performance.now();
    expect((await fetch(`${google.url}/jwks`)).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThanOrEqual(295);
  });

  it("denied: who chooses is refused, and who waits too", async () => {
    await post("/api/fault", { mode: "denied" });
    const visitor = newcomer();
    expect((await visitor.choose(ANA_SUB)).searchParams.get("error")).toBe("access_denied");
    const chooser = await visitor.open();
    const page = await (await visitor.fetch(chooser.href)).text();
    const leaving = /http-equiv="refresh" content="\d+;url=([^"]+)"/.exec(page)?.[1] ?? "";
    const back = await visitor.send(`${google.url}${leaving}`, {});
    expect((back as URL).searchParams.get("error")).toBe("access_denied");
  });

  it("wrong-nonce: the token is sound but not for this sign-in", async () => {
    await post("/api/fault", { mode: "wrong-nonce" });
    const visitor = newcomer();
    const { payload } = await idToken(visitor, await visitor.choose(ANA_SUB));
    expect(payload.nonce).not.toBe(visitor.nonce);
  });

  it("token-error: the code is not taken", async () => {
    await post("/api/fault", { mode: "token-error" });
    const visitor = newcomer();
    const answer = await visitor.trade(await visitor.choose(ANA_SUB));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: "invalid_grant" });
  });

  it("claims: replace what the token says, with whatever", async () => {
    const claims = {
      email_verified: "true",
      iss: "https://evil.example",
      aud: "somebody-else",
      auth_time: 1,
      exp: 4_000_000_000,
      email: ["a@b.c"],
    };
    await post("/api/fault", { mode: "none", claims });
    const visitor = newcomer();
    const { payload } = await idToken(visitor, await visitor.choose(ANA_SUB));
    expect(payload).toMatchObject({ ...claims, sub: ANA_SUB, nonce: visitor.nonce });
  });

  it.each([{}, { mode: "melt" }, { mode: "none", claims: 7 }, null, []])(
    "%j is refused in JSON",
    async (body) => {
      const answer = await post("/api/fault", body);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toEqual({ error: expect.any(String) });
    },
  );

  it("at an address or with a method that is none is refused in JSON", async () => {
    for (const [method, path, status] of [
      ["DELETE", "/api/fault", 405],
      ["POST", "/api/nada", 404],
    ] as const) {
      const answer = await fetch(`${google.url}${path}`, { method });
      expect(answer.status).toBe(status);
      expect(await answer.json()).toEqual({ error: expect.any(String) });
    }
  });
});
