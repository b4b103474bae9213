import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeCallbackUrl } from "./callback-url";

const ORIGIN = "https://ingreso.alegra.com";
const safe = (asked: unknown) => safeCallbackUrl(asked, ORIGIN);

describe("a callback URL of this origin is followed", () => {
  it.each([
    ["/", "/"],
    ["/cuenta", "/cuenta"],
    ["/cuenta?a=1&b=%20#c", "/cuenta?a=1&b=%20#c"],
    ["/facturas/2026-11?estado=pagada#total", "/facturas/2026-11?estado=pagada#total"],
    [`${ORIGIN}/cuenta?a=1`, "/cuenta?a=1"],
    [ORIGIN, "/"],
    ["/a/../cuenta", "/cuenta"],
    ["/año/ñandú", "/a%C3%B1o/%C3%B1and%C3%BA"],
    ["/dos%20palabras", "/dos%20palabras"],
    ["/cuenta?next=https://evil.com", "/cuenta?next=https://evil.com"],
    ["/registros", "/registros"],
    ["/apis", "/apis"],
    ["/loginas", "/loginas"],
    ["/cuenta@evil.com", "/cuenta@evil.com"],
  ])("%s", (asked, followed) => {
    expect(safe(asked)).toBe(followed);
  });
});

describe("a callback URL is dropped", () => {
  it.each([
    "",
    "cuenta",
    "//evil.com",
    "///evil.com",
    "/\\evil.com",
    "\\\\evil.com",
    "/\\/evil.com",
    "https:evil.com",
    "https:/evil.com",
    "https://evil.com",
    "http://ingreso.alegra.com/cuenta",
    "HTTPS://evil.com",
    "//ingreso.alegra.com/cuenta",
    `${ORIGIN}.evil.com`,
    `${ORIGIN}@evil.com`,
    `${ORIGIN}:8443/cuenta`,
    `${ORIGIN}\\@evil.com`,
    "https://ana@ingreso.alegra.com/cuenta",
    "https://ana:clave@ingreso.alegra.com/cuenta",
    "https://ingreso.alegra.com:443@evil.com",
    "javascript:alert(1)",
    "data:text/html,hola",
    "blob:https://ingreso.alegra.com/1",
    "/%2fevil.com",
    "/%2Fevil.com",
    "/%5cevil.com",
    "/.//evil.com",
    "/..//evil.com",
    "/%2e%2e//evil.com",
    "/a/..//evil.com",
    "/a/%2e%2e/%2fevil.com",
    "/cuenta\n",
    "/cuenta\r\nSet-Cookie: a=b",
    "\t/cuenta",
    " /cuenta",
    "/cuenta ",
    "/\t/evil.com",
    "/\n/evil.com",
    "/cuenta%0d%0aSet-Cookie:a=b",
    "/cuenta%00",
    "/cuenta%09",
    "/cuenta%e2%80%ae",
    "/cuenta\u202e",
    "/\u2028/evil.com",
    "/cuenta%",
    "/cuenta%ff",
    "/cuenta\ud800",
    `/${"a".repeat(2048)}`,
    // short as it is typed, long as it is sent: a proxy refuses a head that does not fit its buffer
    `/facturas?cliente=${"ñ".repeat(1000)}`,
  ])("%j", (asked) => {
    expect(safe(asked)).toBeNull();
  });

  it.each(["/api", "/login", "/registro", "/recuperar"].flatMap(under))(
    "as it never ends: %s",
    (asked) => {
      expect(safe(asked)).toBeNull();
    },
  );

  it.each([undefined, null, 7, {}, [], ["/cuenta"], ["/cuenta", "//evil.com"], true])(
    "of type %j",
    (asked) => {
      expect(safe(asked)).toBeNull();
    },
  );
});

function under(path: string): string[] {
  const encoded = `/%${path.charCodeAt(1).toString(16)}${path.slice(2)}`;
  return [
    path,
    `${path}/`,
    `${path}/a?b=c`,
    `${path}?a=b`,
    `${path}#a`,
    `${ORIGIN}${path}/a`,
    `/cuenta/..${path}`,
    `/.${path}/a`,
    `/cuenta/%2e%2e${path}`,
    encoded,
    `${encoded}/a`,
    `${path}%2fa`,
  ];
}

describe("any callback URL", () => {
  const piece = fc.constantFrom(
    ..."/\\.:@?#%;= \t\n",
    ...["..", "%2f", "%5c", "%2e", "%00", "%0d%0a", "//", "https:", "evil.com", "cuenta", "api"],
    ...["login", "ingreso.alegra.com", ORIGIN, "\u2028", "\u202e", "＠", "／", "ana:clave@"],
  );
  const asked = fc.oneof(
    fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join("")),
    fc.array(piece, { maxLength: 10 }).map((pieces) => `/${pieces.join("")}`),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.string({ unit: "binary" }),
  );

  it("that is followed leads a browser to this origin, and into nothing that signs in or out", () => {
    fc.assert(
      fc.property(asked, (url) => {
        const followed = safe(url);
        if (followed === null) return;
        const there = new URL(followed, ORIGIN);
        expect(there.origin).toBe(ORIGIN);
        expect(there.username + there.password).toBe("");
        expect(followed).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
        expect(decodeURIComponent(there.pathname)).not.toMatch(
          /^\/(api|login|registro|recuperar)(\/|$)/,
        );
      }),
      { numRuns: 10_000 },
    );
  });

  it("that is followed is followed as it stands", () => {
    fc.assert(
      fc.property(asked, (url) => {
        const followed = safe(url);
        if (followed !== null) expect(safe(followed)).toBe(followed);
      }),
      { numRuns: 5000 },
    );
  });

  it("is never something to fail over", () => {
    fc.assert(fc.property(fc.anything(), (anything) => safe(anything) !== undefined));
  });
});
