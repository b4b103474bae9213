import { decodeJwt } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Visitor } from "@/testing/google/visitor";
import { servicePorts } from "../ports";
import { ANA_SUB, GOOGLE_PASSWORD } from "./accounts";
import { type Google, startGoogle } from "./start";

let google: Google;

beforeAll(async () => {
  const [port = 0] = await servicePorts(process.pid, 1);
  google = await startGoogle(port);
});
afterAll(() => google.stop());
afterEach(() => post("/api/fault", { mode: "none" }));

const post = (path: string, body: unknown) =>
  fetch(`${google.url}${path}`, { method: "POST", body: JSON.stringify(body) });
const newcomer = () => new Visitor(google.url);

/** What the token says that an account's whole way brings. */
async function claimsOf(visitor: Visitor, sub: string) {
  const tokens = await (await visitor.trade(await visitor.choose(sub))).json();
  return decodeJwt(tokens.id_token);
}

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
    const payload = await claimsOf(visitor, added.sub);
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
    const payload = await claimsOf(visitor, ANA_SUB);
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
    const payload = await claimsOf(visitor, ANA_SUB);
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

  it("that a page of another site tells is refused, and so are its accounts", async () => {
    const headers = { "sec-fetch-site": "cross-site" };
    const accounts = `${google.url}/api/accounts`;
    const taken = await fetch(`${accounts}?sub=${ANA_SUB}`, { method: "DELETE", headers });
    const body = JSON.stringify({ email: "eva@gmail.com", mode: "down" });
    const told = [accounts, `${google.url}/api/fault`].map((url) =>
      fetch(url, { method: "POST", headers, body }),
    );
    for (const answer of [taken, ...(await Promise.all(told))]) expect(answer.status).toBe(403);
    expect(await claimsOf(newcomer(), ANA_SUB)).toMatchObject({ sub: ANA_SUB });
  });

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
