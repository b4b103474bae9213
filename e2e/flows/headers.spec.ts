import { DEMO } from "@/local/demo/accounts";
import { expect, test } from "../support/fixtures";

// What every page says to the browser. Needs no local service.

for (const path of ["/login", "/registro", "/recuperar", "/no-existe"])
  test(`${path} is guarded`, { tag: "@anywhere" }, async ({ request }) => {
    const headers = (await request.get(path)).headers();
    const csp = headers["content-security-policy"] ?? "";
    expect(csp).toContain("frame-ancestors 'none'");
    expect(csp).toContain("script-src 'self'");
    expect(csp).not.toMatch(/unsafe-|strict-dynamic/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBeTruthy();
    expect(headers["permissions-policy"]).toBeTruthy();
    expect(headers["cache-control"]).toMatch(/^private, .*no-store.*, no-transform$/);
    expect(headers["x-powered-by"]).toBeUndefined();
  });

test("nobody on the way may rewrite what we say, which is compressed all the same", {
  tag: "@anywhere",
}, async ({ request }) => {
  const program = { accept: "application/json" };
  const said: [path: string, headers?: Record<string, string>, form?: Record<string, string>][] = [
    ["/login"],
    ["/nada"],
    ["/nada", program],
    ["/cuenta"],
    ["/cuenta", program],
    ["/login/link?token=x"],
    ["/api/health"],
    ["/api/auth/csrf"],
    ["/api/auth/signin"],
    ["/.well-known/security.txt"],
    ["/.well-known/change-password"],
    ["/login", { rsc: "1" }],
    ["/api/auth/signin/email", program, { email: "nobody" }],
    ["/api/auth/signin/email", { "sec-fetch-site": "cross-site" }, { email: "nobody" }],
  ];
  for (const [path, headers = {}, form] of said) {
    const sent = { headers: { "sec-fetch-site": "same-origin", ...headers }, maxRedirects: 0 };
    const answer = await (form ? request.post(path, { ...sent, form }) : request.get(path, sent));
    const directives = (answer.headers()["cache-control"] ?? "").split(", ");
    expect([path, answer.status(), directives]).toEqual([
      ...[path, answer.status(), expect.arrayContaining(["private", "no-store", "no-transform"])],
    ]);
  }
  for (const path of ["/login", "/registro", "/nada"])
    expect((await request.get(path)).headers()["content-encoding"]).toBe("gzip");
});

test("no page tells where a token was", { tag: "@anywhere" }, async ({ request }) => {
  for (const path of ["/login/link", "/registro", "/registro/verificar", "/recuperar/nueva"]) {
    const response = await request.get(`${path}?token=unknown`);
    expect(response.status()).toBe(200);
    expect(response.headers()["referrer-policy"]).toBe("no-referrer");
  }
});

test("a form of another site changes nothing", { tag: "@anywhere" }, async ({ request }) => {
  for (const door of ["/api/auth/callback/credentials", "/api/auth/signin/email"]) {
    const response = await request.post(door, {
      headers: { accept: "application/json", "sec-fetch-site": "cross-site" },
      form: DEMO,
    });
    expect(response.status()).toBe(403);
    expect(await response.json()).toMatchObject({ error: "WrongOrigin" });
  }
});
