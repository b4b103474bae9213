import { parseSetCookie } from "cookie";
import { afterEach, describe, expect, it } from "vitest";
import { tell } from "@/e2e/support/unit/settings";
import { type CookieKind, clearCookie, cookieName, setCookie } from "./cookies";

const LOCAL = "http://localhost:3000";
const KINDS: Record<CookieKind, true> = {
  session: true,
  csrf: true,
  asked: true,
  sent: true,
  form: true,
  google: true,
  device: true,
  last: true,
  pending: true,
  trusted: true,
  language: true,
  zone: true,
};
const kinds = Object.keys(KINDS) as CookieKind[];

afterEach(() => tell({ NEXTAUTH_URL: LOCAL }));

describe("a cookie", () => {
  it.each(kinds)("under https is bound to the host and never read by a script: %s", (kind) => {
    tell({ NEXTAUTH_URL: "https://ingreso.alegra.com" });
    const line = setCookie(kind, "a", 60);
    expect(parseSetCookie(line)).toEqual({
      ...{ name: expect.stringMatching(/^__Host-[\w.]+$/), value: "a", maxAge: 60 },
      ...{ path: "/", httpOnly: true, sameSite: "lax", secure: true },
    });
  });

  it("on localhost is another one for another port, and not Secure", () => {
    expect(cookieName("session")).toContain("3000");
    expect(setCookie("session", "a", 60)).not.toContain("Secure");
    tell({ NEXTAUTH_URL: "http://localhost:4000" });
    expect(cookieName("session")).toContain("4000");
  });

  it.each([LOCAL, "https://ingreso.alegra.com"])(
    "has `session` in its name if it is the session's, and no other has: %s",
    (origin) => {
      tell({ NEXTAUTH_URL: origin });
      expect(kinds.filter((kind) => cookieName(kind).includes("session"))).toEqual(["session"]);
      expect(new Set(kinds.map((kind) => cookieName(kind))).size).toBe(kinds.length);
    },
  );

  it("has one value, whatever that holds", () => {
    const line = setCookie("form", "a; Domain=evil.com\r\nSet-Cookie: b=c", 60);
    expect(line).not.toMatch(/[\r\n]|; Domain/);
  });

  it("goes away with an age of zero", () => {
    expect(clearCookie("session")).toMatch(/=; .*Max-Age=0/);
  });
});
