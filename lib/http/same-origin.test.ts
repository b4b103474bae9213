import { afterEach, describe, expect, it } from "vitest";
import { tell } from "@/e2e/support/unit/settings";
import { csrfTokenOf, newCsrf } from "./csrf";
import { isSameOrigin } from "./same-origin";

const OURS = "https://ingreso.alegra.com";
const FIRST = "a secret of the tests, long enough for every key";
const none = { cookie: undefined, field: undefined };
const from = (headers: Record<string, string>, csrf: Parameters<typeof isSameOrigin>[1] = none) =>
  isSameOrigin(new Headers(headers), csrf);

afterEach(() =>
  tell({ NEXTAUTH_URL: "http://localhost:3000", PORT: undefined, NEXTAUTH_SECRET: FIRST }),
);

describe("a POST comes from a page of ours", () => {
  it.each([
    [true, { "sec-fetch-site": "same-origin" }],
    [true, { "sec-fetch-site": "same-origin", origin: "null" }],
    [false, { "sec-fetch-site": "cross-site" }],
    [false, { "sec-fetch-site": "same-site" }],
    [false, { "sec-fetch-site": "none" }],
    [false, { "sec-fetch-site": "" }],
    [false, { "sec-fetch-site": "cross-site", origin: OURS }],
    [true, { origin: OURS }],
    [false, { origin: "https://evil.com" }],
    [false, { origin: `${OURS}.evil.com` }],
    [false, { origin: "http://ingreso.alegra.com" }],
    [false, { origin: `${OURS}:8443` }],
    [false, { origin: `${OURS}/` }],
    [false, { origin: "" }],
    [false, { origin: "null" }],
    [false, {}],
    [false, { host: "ingreso.alegra.com" }],
    [false, { referer: `${OURS}/login` }],
    [false, { origin: "https://evil.com", host: "evil.com", "x-forwarded-host": "evil.com" }],
  ])("%s: %j", (same, headers) => {
    tell({ NEXTAUTH_URL: OURS });
    expect(from(headers)).toBe(same);
  });

  it("on localhost also at the port of another process", () => {
    tell({ PORT: "4001" });
    expect(from({ origin: "http://localhost:4001" })).toBe(true);
    expect(from({ origin: "http://localhost:4002" })).toBe(false);
    expect(from({ origin: "http://evil.com:4001" })).toBe(false);
  });

  it("where the browser says nothing, by a token pair that only a page of ours has", () => {
    const [pair, other] = [newCsrf(), newCsrf()];
    const proved = (cookie?: string, field?: string) => from({}, { cookie, field });
    expect(proved(pair.cookie, pair.token)).toBe(true);
    expect(from({ origin: "null" }, { cookie: pair.cookie, field: pair.token })).toBe(true);
    expect(proved(pair.cookie, other.token)).toBe(false);
    expect(proved(pair.cookie, undefined)).toBe(false);
    expect(proved(pair.cookie, "")).toBe(false);
    expect(proved(undefined, pair.token)).toBe(false);
    expect(proved(`${pair.token}|${other.cookie.split("|")[1]}`, pair.token)).toBe(false);
    expect(proved("|", "")).toBe(false);
    expect(proved("", "")).toBe(false);
  });

  it("a pair outweighs no word of the browser", () => {
    const { cookie, token: field } = newCsrf();
    expect(from({ "sec-fetch-site": "cross-site" }, { cookie, field })).toBe(false);
    expect(from({ origin: "https://evil.com" }, { cookie, field })).toBe(false);
  });

  it("a pair outlives a rotation of the secret, and no longer", () => {
    const { cookie, token } = newCsrf();
    tell({ NEXTAUTH_SECRET: "another secret, that came with the rotation of keys" });
    expect(csrfTokenOf(cookie)).toBeNull();
    tell({ NEXTAUTH_SECRET_PREVIOUS: FIRST });
    expect(csrfTokenOf(cookie)).toBe(token);
    tell({ NEXTAUTH_SECRET_PREVIOUS: undefined });
  });
});
