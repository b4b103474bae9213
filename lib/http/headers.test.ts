import { afterEach, describe, expect, it } from "vitest";
import { tell } from "@/e2e/support/unit/settings";
import { pageHeaders } from "./headers";

const policy = (path = "/login") => pageHeaders(path)["content-security-policy"];

afterEach(() => tell({ NEXTAUTH_URL: "http://localhost:3000", NODE_ENV: "test" }));

describe("the headers of a page", () => {
  it("let nothing run or be framed that is not ours, and no inline script at all", () => {
    tell({ NODE_ENV: "production" });
    expect(policy()).not.toMatch(/unsafe|\*|https?:\/\/(?!localhost)/);
    for (const directive of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"])
      expect(policy()).toContain(directive);
    expect(policy()).toContain("script-src 'self';");
    expect(policy()).not.toMatch(/nonce|strict-dynamic/);
  });

  it("of a page that is not of ours let the scripts of its own request run, by a nonce of its own each time", () => {
    tell({ NODE_ENV: "production" });
    expect(policy("/facturas")).not.toMatch(/unsafe|strict-dynamic/);
    const nonces = Array.from({ length: 20 }, () => {
      const [, nonce = ""] = /script-src 'self' 'nonce-([^']+)';/.exec(policy("/facturas")) ?? [];
      return nonce;
    });
    expect(new Set(nonces).size).toBe(20);
    for (const nonce of nonces)
      expect(Buffer.from(nonce, "base64").length).toBeGreaterThanOrEqual(16);
  });

  it.each([
    ["/login", "same-origin"],
    ["/login/link", "no-referrer"],
    ["/registro", "no-referrer"],
    ["/registro/verificar", "no-referrer"],
    ["/recuperar/nueva", "no-referrer"],
    ["/cuenta", "same-origin"],
  ])("of %s send a referrer: %s", (path, referrer) => {
    expect(pageHeaders(path)["referrer-policy"]).toBe(referrer);
  });

  it("are kept nowhere and are what they say", () => {
    expect(pageHeaders("/cuenta")).toMatchObject({
      "cache-control": expect.stringContaining("no-store"),
      "x-content-type-options": "nosniff",
      "permissions-policy": expect.stringContaining("camera=()"),
    });
  });

  it("insist on https where there is https, and only there", () => {
    expect(pageHeaders("/login")).not.toHaveProperty("strict-transport-security");
    tell({ NEXTAUTH_URL: "https://ingreso.alegra.com" });
    expect(pageHeaders("/login")["strict-transport-security"]).toMatch(/^max-age=\d{8}/);
  });
});
