import type { Match, Matcher, MatchOptions } from "@zxcvbn-ts/core";

/** Telephones, documents and tax numbers of the country, nearest first. */
const GUESSES = 3e4;
const KIND =
  "(?:(?:cel|celu|celular|movil|mobile|tel|telf|telefono|telefone|fono|fijo|whatsapp|whats|wpp|wsp|wasap|cc|ced|cedula|ci|ti|" +
  "nit|dni|rut|ruc|rfc|cuit|cuil|cpf|cnpj|nif)[ .:#_-]{0,2})?";
/** From seven digits, the shortest telephones, to thirteen, a mobile one with its country. */
const NUMBER = new RegExp(`${KIND}(?<!\\d)\\+?\\(?\\d(?:[ ().-]{0,2}\\d){6,12}(?!\\d)`, "g");

const MONTH =
  "(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|janeiro|fevereiro|" +
  "marco|maio|junho|julho|setembro|outubro|novembro|dezembro|january|february|march|april|june|july|august|september|" +
  "october|november|december|ene|feb|fev|mar|abr|apr|may|mai|jun|jul|ago|aug|sep|set|oct|out|nov|dic|dez|dec|jan)";
const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const YEAR = "(?:(?:19|20)\\d{2}|\\d{2})";
const BETWEEN = "(?:[ ./_,-]{0,2}(?:de)?[ ./_,-]{0,2})";
/** A date with its month as a word: 365 days of eighty years are as many guesses. */
const DATE = new RegExp(
  `(?<!\\d)(?:${DAY}${BETWEEN}${MONTH}|${MONTH}${BETWEEN}${DAY})${BETWEEN}${YEAR}(?!\\d)`,
  "g",
);

class Numbers {
  match({ password }: MatchOptions): Match[] {
    return [...password.matchAll(NUMBER), ...password.matchAll(DATE)].map(
      ({ 0: token, index }) => ({
        pattern: "number",
        token,
        i: index,
        j: index + token.length - 1,
      }),
    );
  }
}

export const numbers: Matcher = {
  Matching: Numbers as unknown as Matcher["Matching"],
  scoring: () => GUESSES,
  feedback: () => ({ warning: null, suggestions: [] }),
};
