import { describe, expect, it } from "vitest";
import type { Email } from "@/lib/email";
import { emailChangeLetter, emailTakenLetter } from "../email-change/letter";
import { magicLinkLetter, magicLinkWithoutAccountLetter } from "../magic-link/letter";
import type { Language } from "../messages/languages";
import { withReader } from "../messages/reader";
import { noticeLetter } from "../notice/letters";
import type { NoticeKind } from "../notice/notify";
import { resetLetter, resetWithoutAccountLetter } from "../recovery/letter";
import { alreadyRegisteredLetter, registrationLetter } from "../registration/letter";
import type { Written } from "./letter";

const ORIGIN = "https://ingreso.ejemplo.com";
const URL_OF_LINK = `${ORIGIN}/login/link?token=abc-DEF_123&x=1`;
const asked = {
  address: "ana@gmail.com" as Email,
  url: URL_OF_LINK,
  code: "482913",
  device: "Chrome en Windows",
  place: "Bogotá, Colombia",
  at: new Date("2026-11-24T14:12:00Z"),
  times: 1,
  since: new Date("2026-11-24T13:15:00Z"),
  origins: [{ device: "Chrome en Windows", place: "Bogotá, Colombia" }],
};
type Asked = typeof asked;
type Row = [name: string, write: (asked: Asked) => Written, subject: string, button: string];

const WITH_LINK: Row[] = [
  [
    "the magic link",
    magicLinkLetter,
    "Tu link mágico para ingresar a Alegra",
    "Link mágico para Ingresar",
  ],
  [
    "the magic link without an account",
    magicLinkWithoutAccountLetter,
    "Crea tu cuenta en Alegra",
    "Link mágico para Ingresar",
  ],
  [
    "the registration",
    registrationLetter,
    "Confirma tu correo para crear tu cuenta en Alegra",
    "Confirmar correo",
  ],
  [
    "the registration of a taken address",
    alreadyRegisteredLetter,
    "Ya tienes una cuenta en Alegra",
    "Ingresar a Alegra",
  ],
  ["the reset", resetLetter, "Recupera tu cuenta de Alegra", "Crear nueva contraseña"],
  [
    "the reset without an account",
    resetWithoutAccountLetter,
    "No hay una cuenta de Alegra con este correo",
    "Crear cuenta",
  ],
  ["a new address", emailChangeLetter, "Confirma tu nuevo correo de Alegra", "Confirmar correo"],
  [
    "a new address that is taken",
    emailTakenLetter,
    "Ya tienes una cuenta en Alegra",
    "Ingresar a Alegra",
  ],
  [
    "a changed address",
    (asked) => noticeLetter("email-changed", asked),
    "Cambiaste el correo de tu cuenta de Alegra",
    "Deshacer el cambio",
  ],
];
const of = (kind: NoticeKind) => (asked: Asked) => noticeLetter(kind, asked);
const NOTICES: Row[] = [
  [
    "a new device",
    of("new-device"),
    "Ingresaste a Alegra desde un dispositivo nuevo",
    "dispositivo",
  ],
  ["a changed password", of("password-changed"), "Cambiaste tu contraseña de Alegra", "contraseña"],
  [
    "a password turned off",
    of("password-off"),
    "Desactivamos tu contraseña de Alegra",
    "contraseña",
  ],
  ["Google linked", of("google-linked"), "Vinculaste Google a tu cuenta de Alegra", "Google"],
  [
    "Google unlinked",
    of("google-unlinked"),
    "Desvinculaste Google de tu cuenta de Alegra",
    "Google",
  ],
  [
    "a confirmed address",
    of("email-confirmed"),
    "Este es el nuevo correo de tu cuenta de Alegra",
    "correo",
  ],
  [
    "a change of address undone",
    of("email-undone"),
    "Deshicimos el cambio de correo de tu cuenta de Alegra",
    "correo",
  ],
  ["a removed account", of("account-removed"), "Eliminamos tu cuenta de Alegra", "Eliminamos"],
];
const ALL = [...WITH_LINK, ...NOTICES];
const MAGIC: Row[] = WITH_LINK.slice(0, 2);

describe.each(ALL)("the letter of %s", (_, write, subject) => {
  const letter = write(asked);

  it("has its subject, also as the page's title", () => {
    expect(letter.subject).toBe(subject);
    expect(letter.html).toContain(`<title>${subject}</title>`);
  });

  it("says the same in HTML and in plain text", () => {
    expect(wordsOfHtml(letter.html)).toBe(wordsOfText(letter.text));
  });

  it("says to whom, from which device, near where, when, and what to do otherwise", () => {
    for (const said of [wordsOfHtml(letter.html), letter.text]) {
      expect(said).toContain("Enviado a ana@gmail.com porque");
      expect(said).toContain("Chrome en Windows, cerca de Bogotá, Colombia");
      expect(said).toContain("24 de noviembre de 2026, 9:12 a. m. (hora de Colombia)");
      expect(said).toContain("¿No fuiste tú?");
    }
  });

  it("leaves the place out where it is not known", () => {
    const { text, html } = write({ ...asked, place: null as unknown as string });
    expect(text).toContain("\nChrome en Windows\n");
    expect(`${text}${html}`).not.toContain("cerca de");
  });

  it("loads nothing and follows nobody", () => {
    expect(letter.html).not.toMatch(/<img|<script|<link|<form|<iframe|@import|@font-face/i);
    expect(letter.html).not.toMatch(/\bsrc=|url\(|xmlns|\bon[a-z]+=/i);
  });

  it("stays far below the size at which Gmail cuts a mail", () => {
    expect(Buffer.byteLength(letter.html)).toBeLessThan(20_000);
  });

  it("lets no client write markup, a line or a link into it", () => {
    const evil = 'Chrome"><a href="https://evil.example/x">pulsa</a>\r\n\r\nwww.evil.example\u202e';
    const { text, html } = write({ ...asked, device: evil, place: evil });
    expect(addressesIn(text)).toEqual(addressesIn(letter.text));
    expect(addressesIn(html)).toEqual(addressesIn(letter.html));
    expect(`${text}${html}`).not.toMatch(/evil\.example|\u202e/);
    expect(text.split("\n")).toHaveLength(letter.text.split("\n").length);
    expect(html.match(/</g)).toHaveLength(letter.html.match(/</g)?.length ?? 0);
  });

  it("writes an address with odd letters as text", () => {
    const odd = "a&lt;b'{x}=`$&*y*@gmail.com" as Email;
    const { text, html } = write({ ...asked, address: odd });
    expect(text).toContain(`Enviado a ${odd} porque`);
    expect(wordsOfHtml(html)).toBe(wordsOfText(text));
  });
});

describe.each(WITH_LINK)("the letter of %s", (_, write, _subject, button) => {
  const letter = write(asked);

  it("has one link, once in each half, to our origin", () => {
    expect(addressesIn(letter.text)).toEqual([URL_OF_LINK]);
    expect(addressesIn(letter.html)).toEqual([URL_OF_LINK.replace("&", "&amp;")]);
    expect(letter.html.match(/<a /g)).toHaveLength(1);
  });

  it("has its button's words on the link", () => {
    const link = /<a [^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/.exec(letter.html);
    expect(link?.slice(1)).toEqual([URL_OF_LINK.replace("&", "&amp;"), button]);
    expect(letter.text).toContain(`${button}:\n${URL_OF_LINK}\n`);
  });
});

describe.each(NOTICES)("the notice of %s", (_, write, subject, word) => {
  it(`has no link, and its subject says "${word}"`, () => {
    const { html, text } = write(asked);
    expect(addressesIn(text + html)).toEqual([]);
    expect(html).not.toMatch(/<a |href/);
    expect(subject).toContain(word);
  });
});

describe.each(NOTICES)("the notice of %s that happened many times", (_, write, subject) => {
  const elsewhere = ["Safari en iPhone", "Edge en Windows", "Firefox en Linux", "Opera en Linux"];
  const origins = [...asked.origins, ...elsewhere.map((device) => ({ device, place: null }))];

  it("says how often since when, from where, and the last time", () => {
    const letter = write({ ...asked, times: 49, origins: origins as typeof asked.origins });
    expect(letter.subject).toBe(`${subject} (49 veces)`);
    expect(wordsOfHtml(letter.html)).toBe(wordsOfText(letter.text));
    for (const said of [
      "Pasó 49 veces desde el 24 de noviembre de 2026, 8:15 a. m. (hora de Colombia). Fue desde estos dispositivos:",
      "La última vez fue desde:\nChrome en Windows, cerca de Bogotá, Colombia\n24 de noviembre de 2026, 9:12 a. m.",
      "- Opera en Linux",
    ])
      expect(letter.text).toContain(said);
  });

  it("lists five places at most, and none where it was one", () => {
    const places = ["Edge en Windows", "Safari en Mac"].map((device) => ({
      device,
      place: "Lima",
    }));
    const [six, seven] = [1, 2].map((more) => [...origins, ...places.slice(0, more)]) as [
      typeof asked.origins,
      typeof asked.origins,
    ];
    expect(write({ ...asked, times: 49, origins: six }).text).toContain("- Y uno más\n");
    expect(write({ ...asked, times: 49, origins: seven }).text).toContain("- Y 2 más\n");
    expect(
      write({ ...asked, times: 2, origins: [...asked.origins, ...asked.origins] }).text,
    ).not.toContain("- ");
  });

  it("lets no client write markup, a line or a link into its list", () => {
    const evil = '*x* <a href="https://evil.example">\r\nwww.evil.example';
    const strange = origins.map(() => ({ device: evil, place: evil }));
    const { text, html } = write({ ...asked, times: 9, origins: strange });
    expect(`${text}${html}`).not.toMatch(/evil\.example|<a /);
  });
});

describe.each(MAGIC)("%s", (_, write) => {
  it("carries the two notes of the help article, and the code below them", () => {
    const { text, html } = write(asked);
    for (const said of [text, wordsOfHtml(html)]) {
      const order = [
        "Link mágico para Ingresar",
        "Estará disponible durante 30 minutos.",
        "Solo se puede utilizar una vez.",
        "O escribe este código donde lo pediste:",
        "482913",
        "El código es válido por 10 minutos. No lo compartas con nadie.",
        "Se pidió desde",
      ].map((sentence) => said.indexOf(sentence));
      expect(order).not.toContain(-1);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }
  });

  it("leaves the code's box out where there is no code", () => {
    const { text, html } = write({ ...asked, code: undefined as unknown as string });
    expect(text).not.toContain("código");
    expect(wordsOfHtml(html)).not.toContain("código");
  });
});

it("no line of a mail ends within an hour or the word e-mail", () => {
  const html = (language: Language) =>
    withReader({ language, timeZone: null }, () =>
      noticeLetter("new-device", { ...asked, times: 2 }),
    ).html;
  const kept = (language: Language) => [
    ...new Set([...html(language).matchAll(/white-space:nowrap">([^<]+)</g)].map(([, one]) => one)),
  ];
  expect(kept("es")).toEqual(["8:15 a. m.", "9:12 a. m."]);
  expect(kept("en")).toEqual(["8:15 AM", "9:12 AM"]);
  expect(kept("pt-BR")).toEqual(["e-mail"]);
});

const addressesIn = (text: string) =>
  text.match(/(?:https?:|mailto:|www\.)[^\s"'<>]+|\/\/[^\s"'<>]+/gi) ?? [];

/** What a reader sees of the HTML, without the preheader and the mark. */
function wordsOfHtml(html: string): string {
  const body = html.slice(html.indexOf("<body")).replace(/<div style="display:none.*?<\/div>/s, "");
  return body
    .replace(/<!--.*?-->/gs, "")
    .replace(/<strong[^>]*>|<\/strong>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&#8226;", "-")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .replace(/^ a Alegra /, "")
    .trim();
}

/** The plain text, but for what only a text without a button needs. */
function wordsOfText(text: string): string {
  return text
    .replace(/:\nhttps:.*\n/, "\n")
    .replace("Abre este link", "Haz clic en el botón")
    .replace(/^(.* desde):$/m, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
