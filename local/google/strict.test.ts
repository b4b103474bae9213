import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Visitor } from "@/testing/google/visitor";
import { servicePorts } from "../ports";
import { ANA_SUB } from "./accounts";
import { CLIENT } from "./client";
import { type Google, startGoogle } from "./start";

// As strict as the real one: https://developers.google.com/identity/openid-connect/openid-connect

let google: Google;

beforeAll(async () => {
  const [port = 0] = await servicePorts(process.pid, 1);
  google = await startGoogle(port, ["https://ingreso.ejemplo.com"]);
});
afterAll(() => google.stop());

const newcomer = (redirectUri?: string) => new Visitor(google.url, redirectUri);

/** The page that refuses a request, as Google shows it: nobody is led anywhere. */
async function refusal(request: string | URLSearchParams, method = "GET") {
  const body = method === "POST" ? request : null;
  const url = method === "POST" ? `${google.url}/auth` : `${google.url}/auth?${request}`;
  const response = await fetch(url, { method, body, redirect: "manual" });
  return `${response.status} ${await response.text()}`;
}

const asked = (more: Record<string, string | undefined> = {}) => newcomer().query(more);

async function claimsOf(visitor: Visitor, more: Record<string, string>) {
  const tokens = await visitor.trade(await visitor.choose(ANA_SUB, more));
  return decodeJwt((await tokens.json()).id_token);
}

describe("an authorization request", () => {
  it.each([
    "login",
    "login consent",
    "select_account login",
    "create",
    "Consent",
    "consent,select_account",
    "none consent",
    "none none",
  ])("with the prompt %j is refused on Google's own page", async (prompt) => {
    const page = await refusal(asked({ prompt }));
    expect(page).toMatch(/^400 .*invalid_request/s);
    expect(page).toContain("prompt");
  });

  it("is held to the same when it is posted", async () => {
    expect(await refusal(asked({ prompt: "login" }), "POST")).toMatch(/^400 .*invalid_request/s);
  });

  it.each(["prompt", "max_age", "claims", "state", "scope", "client_id", "redirect_uri"])(
    "that says %s twice is refused",
    async (name) => {
      const query = asked({ prompt: "consent", max_age: "0", claims: "{}" });
      query.append(name, query.get(name) ?? "");
      expect(await refusal(query)).toMatch(/^400 .*invalid_request/s);
    },
  );

  it.each(["client_id", "redirect_uri", "response_type", "scope"])(
    "without %s is refused",
    async (name) => {
      expect(await refusal(asked({ [name]: undefined }))).toMatch(/^400 .*invalid_request/s);
    },
  );

  it("of a client that is unknown is refused", async () => {
    expect(await refusal(asked({ client_id: "nobody" }))).toMatch(/^401 .*invalid_client/s);
  });

  it.each(["openid email profile phone", "admin"])(
    "for the scopes %j is refused",
    async (scope) => {
      expect(await refusal(asked({ scope }))).toMatch(/^400 .*invalid_scope/s);
    },
  );

  it.each([
    ["http://localhost:80/api/auth/callback/google", true],
    ["http://localhost:65000/api/auth/callback/google", true],
    ["http://127.0.0.1:4000/api/auth/callback/google", true],
    ["https://ingreso.ejemplo.com/api/auth/callback/google", true],
    ["https://ingreso.ejemplo.com/api/auth/callback/google/", false],
    ["http://ingreso.ejemplo.com/api/auth/callback/google", false],
    ["http://localhost:3000/api/auth/callback/otro", false],
    ["http://evil.example/api/auth/callback/google", false],
    ["http://localhost.evil.example/api/auth/callback/google", false],
    ["https://localhost:3000/api/auth/callback/google", false],
    ["http://localhost:3000/api/auth/callback/google?x=1", false],
  ])("with the redirect address %s: %s", async (redirect_uri, known) => {
    const answer = await newcomer(redirect_uri).authorize();
    expect(answer instanceof URL).toBe(known);
    if (!known)
      expect(await refusal(asked({ redirect_uri }))).toMatch(/^400 .*redirect_uri_mismatch/s);
  });

  it("with prompt=none is answered without a chooser", async () => {
    const back = await newcomer().authorize({ prompt: "none" });
    expect((back as URL).searchParams.get("error")).toBe("login_required");
    expect((back as URL).searchParams.get("state")).toBe("a-state");
  });
});

describe("an id_token", () => {
  it.each<Record<string, string>>([
    {},
    { max_age: "0" },
    { max_age: "nonsense" },
    { claims: JSON.stringify({ id_token: { auth_time: { essential: true } } }) },
  ])("never says when the person signed in there, who is shown the chooser: %o", async (more) => {
    const claims = await claimsOf(newcomer(), more);
    expect(claims).not.toHaveProperty("auth_time");
    expect(claims).toMatchObject({ sub: ANA_SUB, email_verified: true });
  });

  it("repeats the nonce, and has none where none was sent", async () => {
    const visitor = newcomer();
    expect(await claimsOf(visitor, {})).toMatchObject({ nonce: visitor.nonce });
    const bare = newcomer();
    expect(await claimsOf(bare, { nonce: "" })).not.toHaveProperty("nonce");
  });

  it("is not promised to say it", async () => {
    const about = await (await fetch(`${google.url}/.well-known/openid-configuration`)).json();
    expect(about.claims_supported).not.toContain("auth_time");
  });
});

describe("a code", () => {
  it("works once, and only with its verifier", async () => {
    const visitor = newcomer();
    const stolen = await visitor.trade(await visitor.choose(ANA_SUB), {
      code_verifier: "x".repeat(43),
    });
    expect(await stolen.json()).toMatchObject({ error: "invalid_grant" });
    const bare = await visitor.trade(await visitor.choose(ANA_SUB), { code_verifier: undefined });
    expect(await bare.json()).toMatchObject({ error: "invalid_grant" });
    const back = await visitor.choose(ANA_SUB);
    expect((await visitor.trade(back)).status).toBe(200);
    expect((await visitor.trade(back)).status).toBe(400);
  });

  it("is traded at the redirect address it was led to, by the client it was made for", async () => {
    const visitor = newcomer();
    const elsewhere = { redirect_uri: "http://localhost:4322/api/auth/callback/google" };
    const moved = await visitor.trade(await visitor.choose(ANA_SUB), elsewhere);
    expect(await moved.json()).toMatchObject({ error: "invalid_grant" });
    for (const [id, secret] of [
      [CLIENT.id, "another secret"],
      ["nobody", CLIENT.secret],
    ]) {
      const back = await visitor.choose(ANA_SUB);
      const authorization = `Basic ${btoa(`${id}:${secret}`)}`;
      const refused = await visitor.trade(back, {}, { authorization });
      expect(refused.status).toBe(401);
      expect(await refused.json()).toMatchObject({ error: "invalid_client" });
    }
  });
});
