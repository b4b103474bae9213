import type { MomentWords } from "../moment";

/** Also for the browser, so without functions. */
export const moments: MomentWords = {
  locale: "pt-BR",
  zones: "pt-BR",
  longZones: { from: "^Horário( Padrão)?", to: "horário" },
  zoneNote: "As horas seguem o {zone}.",
  today: "hoje",
  yesterday: "ontem",
  months: [
    ...["jan.", "fev.", "mar.", "abr.", "mai.", "jun."],
    ...["jul.", "ago.", "set.", "out.", "nov.", "dez."],
  ],
  month: "{month} de {year}",
  dayOfMonth: "em {day} de {month}",
  dayShort: "{day} de {month}",
  atHour: "às {hour}",
  atOne: { hours: "^0[01]:", say: "à {hour}" },
};
