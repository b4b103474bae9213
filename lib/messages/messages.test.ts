import { describe, expect, it } from "vitest";
import { BRAND } from "../config/brand";
import { hourOf } from "./hour";
import { bannerOfError, CATALOGUES, messages } from "./messages";

// next-auth's codes, from its documentation of `pages.error` and `pages.signIn`
const NEXT_AUTH = [
  ...["Configuration", "AccessDenied", "Verification", "Default", "OAuthSignin", "OAuthCallback"],
  ...["OAuthCreateAccount", "EmailCreateAccount", "Callback", "OAuthAccountNotLinked"],
  ...["EmailSignin", "CredentialsSignin", "SessionRequired"],
];

describe("the sentence for an error", () => {
  it.each(NEXT_AUTH)("%s is Spanish and never its code", (code) => {
    const notice = bannerOfError(code);
    expect(notice?.text).toMatch(/[áéíóú¿]|\b(de|la|el|tu|para)\b/);
    expect(notice?.text).not.toContain(code);
  });

  it.each([
    "Unknown",
    "",
    "toString",
    "__proto__",
    "constructor",
    "<script>",
    7,
    ["AccessDenied"],
    {},
  ])("%j is the one for everything else", (code) => {
    expect(bannerOfError(code)).toEqual(bannerOfError("Default"));
  });

  it("is none where there is no error", () => {
    expect(bannerOfError(undefined)).toBeNull();
    expect(bannerOfError(null)).toBeNull();
  });

  it("of a wrong password never says which half was wrong", () => {
    expect(bannerOfError("CredentialsSignin")?.text).toMatch(/correo o la contraseña/);
  });

  it("of an origin that could not be proved speaks of cookies, which prove it for an old browser", () => {
    expect(bannerOfError("WrongOrigin")?.text).toContain("cookies");
  });

  it("of what one chose at Google is no red one", () => {
    expect(bannerOfError("AccessDenied")?.tone).toBe("info");
    expect(bannerOfError("OAuthCallback")?.tone).toBe("danger");
  });

  it("counts one by its own word", () => {
    expect(messages().replies.sendSoon(1)).toContain("1 segundo.");
    expect(messages().replies.sendSoon(2)).toContain("2 segundos.");
    expect(messages().replies.codeWrong(1).text).toContain("Te queda 1 intento.");
    expect(messages().replies.codeWrong(2).text).toContain("Te quedan 2 intentos.");
  });

  it.each(Object.entries(CATALOGUES))(
    "in %s holds the words that its link leads from",
    (_, said) => {
      const { slowed } = said.replies;
      for (const { text, link } of [said.errors.CredentialsSignin, slowed(29), slowed(301)])
        expect(text.split(link?.text ?? "?")).toHaveLength(2);
    },
  );

  it("counts one by its own word in English too, and no article waits for the product's name", () => {
    const { replies, letters, notices } = CATALOGUES.en;
    const footers = Object.values({ ...letters, ...notices }).map(({ footer }) => footer("a@b.co"));
    expect([replies.sendSoon(1), replies.sendSoon(2)].join()).toMatch(/ 1 second\..* 2 seconds\./);
    expect(replies.codeWrong(1).text).toContain("1 try left");
    expect(replies.codeWrong(2).text).toContain("2 tries left");
    expect(JSON.stringify([CATALOGUES.en, footers])).not.toMatch(
      new RegExp(`\\ban? ${BRAND.name}`),
    );
  });

  it("counts one by its own word in Portuguese too, and no article waits for the product's name", () => {
    const { replies, letters, notices } = CATALOGUES["pt-BR"];
    const footers = Object.values({ ...letters, ...notices }).map(({ footer }) => footer("a@b.co"));
    expect([replies.sendSoon(1), replies.sendSoon(2)].join()).toMatch(
      / 1 segundo\..* 2 segundos\./,
    );
    expect(replies.codeWrong(1).text).toContain("Resta 1 tentativa.");
    expect(replies.codeWrong(2).text).toContain("Restam 2 tentativas.");
    expect(JSON.stringify([CATALOGUES["pt-BR"], footers])).not.toMatch(
      new RegExp(`[ "]([dn]?[ao]|ao|à) ${BRAND.name}`),
    );
  });

  it.each([
    ["es", "89 segundos", "2 minutos", "3 minutos", "15 minutos"],
    ["en", "89 seconds", "2 minutes", "3 minutes", "15 minutes"],
    ["pt-BR", "89 segundos", "2 minutos", "3 minutos", "15 minutos"],
  ] as const)(
    "in %s says a wait in seconds below 90, and in minutes, rounded up, from there on",
    (language, below, two, three, most) => {
      const { replies } = CATALOGUES[language];
      const said = [
        (seconds: number) => replies.sendSoon(seconds),
        (seconds: number) => replies.slowed(seconds).text,
        (seconds: number) => replies.busy(seconds).text,
        (seconds: number) => replies.subnetFull(seconds).text,
      ];
      for (const say of said) {
        expect(say(89)).toContain(below);
        expect(say(90)).toContain(two);
        expect(say(120)).toContain(two);
        expect(say(121)).toContain(three);
        expect(say(900)).toContain(most);
      }
    },
  );

  it("offers another password only where the wait is long", () => {
    expect(messages().replies.slowed(300).text).not.toContain("contraseña");
    expect(messages().replies.slowed(301).text).toContain("crea otra contraseña");
  });

  it("after the fifth mail names the hour of the next, and whose hour it is", () => {
    expect(
      messages().replies.sendFull(hourOf(new Date("2026-11-24T20:42:10Z"), "atHour")),
    ).toContain("a las 3:42 p. m. (hora de Colombia)");
  });
});
