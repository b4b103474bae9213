import { afterEach, expect, it } from "vitest";
import { tell } from "@/e2e/support/unit/settings";
import type { CookieKind } from "./cookies";
import { readerOf } from "./reader";

const NOTHING = { language: null, timeZone: null };
const asked = (accepted?: string, cookies: Partial<Record<CookieKind, string>> = {}) => ({
  headers: new Headers(accepted === undefined ? {} : { "accept-language": accepted }),
  cookie: (kind: CookieKind) => cookies[kind],
});

afterEach(() => tell({ LANGUAGES: undefined, VERCEL: undefined }));

it.each([
  [undefined, "es"],
  ["", "es"],
  ["*", "es"],
  ["fr-FR, fr;q=0.9", "es"],
  ["es-MX, en;q=0.9", "es"],
  ["en", "en"],
  ["en-GB;q=0.8, pt;q=0.9", "pt-BR"],
  ["pt-PT, en", "pt-BR"],
  ["pt-BR;q=0, en;q=0.1", "en"],
  ["EN-us", "en"],
  ["-", "es"],
  [",".repeat(10_000), "es"],
])("who accepts %j reads %s", (accepted, language) => {
  expect(readerOf(asked(accepted)).language).toBe(language);
});

it("the cookie comes before the account, and the account before the browser", () => {
  const account = { language: "pt-BR", timeZone: "America/Lima" };
  expect(readerOf(asked("en", { language: "es" }), account).language).toBe("es");
  expect(readerOf(asked("en", { language: "klingon" }), account).language).toBe("pt-BR");
  expect(readerOf(asked("en"), { ...NOTHING, language: "klingon" }).language).toBe("en");
});

it("a language that is not offered is not spoken", () => {
  tell({ LANGUAGES: "pt,en" });
  expect(readerOf(asked("es")).language).toBe("pt-BR");
  expect(readerOf(asked("es, en;q=0.1", { language: "es" })).language).toBe("en");
});

it("the zone is the cookie's, the platform's or the account's, where there is such a zone", () => {
  const account = { language: null, timeZone: "America/Lima" };
  const zone = (value?: string) =>
    readerOf(asked("es", value ? { zone: value } : {}), account).timeZone;
  expect(zone("Europe/Madrid")).toBe("Europe/Madrid");
  for (const none of ["Mars/Olympus", "../etc", "<b>", "x".repeat(1000)])
    expect(zone(none)).toBe("America/Lima");
  const { headers, cookie } = asked();
  headers.set("x-vercel-ip-timezone", "America/Bogota");
  expect(readerOf({ headers, cookie }).timeZone).toBeNull();
  tell({ VERCEL: "1" });
  expect(readerOf({ headers, cookie }).timeZone).toBe("America/Bogota");
});
