import { afterEach, describe, expect, it, vi } from "vitest";
import { GET as securityTxt } from "@/app/.well-known/security.txt/route";
import { tell } from "@/e2e/support/unit/settings";

const NOW = Date.UTC(2026, 10, 24, 15, 30);
const { EMAIL_FROM, NEXTAUTH_URL } = process.env;
afterEach(() => {
  vi.useRealTimers();
  tell({ EMAIL_FROM, NEXTAUTH_URL });
});

describe("security.txt", () => {
  it("has what RFC 9116 asks, for whoever deployed it", async () => {
    tell({
      EMAIL_FROM: "Alegra <ingreso@correo.alegra.com>",
      NEXTAUTH_URL: "https://ingreso.alegra.com",
    });
    vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
    const response = securityTxt();
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect((await response.text()).split("\n")).toEqual([
      "Contact: mailto:security@correo.alegra.com",
      "Expires: 2027-02-22T00:00:00.000Z",
      "Preferred-Languages: es, en",
      "Canonical: https://ingreso.alegra.com/.well-known/security.txt",
      "",
    ]);
  });

  it("never expires while it is served", async () => {
    const expires = /Expires: (\S+)/.exec(await securityTxt().text())?.[1] ?? "";
    const left = Date.parse(expires) - Date.now();
    expect(left).toBeGreaterThan(30 * 86_400_000);
    expect(left).toBeLessThan(365 * 86_400_000);
  });
});
