import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Visitor } from "@/testing/google/visitor";
import { servicePorts } from "../ports";
import { ANA_SUB, GOOGLE_PASSWORD } from "./accounts";
import { CLIENT } from "./client";
import { type Google, startGoogle } from "./start";

let google: Google;

beforeAll(async () => {
  const [port = 0] = await servicePorts(process.pid, 1);
  google = await startGoogle(port, ["https://ingreso.ejemplo.com"]);
});
afterAll(() => google.stop());

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

  it.each<Record<string, string>>([
    {},
    { prompt: "select_account" },
    { prompt: "consent" },
    { prompt: "consent select_account" },
    { login_hint: "ana@gmail.com", hd: "gmail.com" },
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
