import { type MomentWords, momentText, ZONE } from "../moment";

/** Also for the browser, so without functions. */
export const moments: MomentWords = {
  locale: "es-CO",
  zoneNote: "(hora de Colombia)",
  today: "hoy",
  yesterday: "ayer",
  months: [
    ...["ene.", "feb.", "mar.", "abr.", "may.", "jun."],
    ...["jul.", "ago.", "sept.", "oct.", "nov.", "dic."],
  ],
  month: "{month} de {year}",
  dayOfMonth: "el {day} de {month}",
  dayShort: "{day} {month}",
  dayAndHour: "{day} a las {hour}",
};

/** `3:42 p. m. (hora de Colombia)` */
export const hourOf = (moment: Date) =>
  `${momentText(moment, "hour", moments, ZONE)} ${moments.zoneNote}`;

/** `24 de noviembre de 2026, 9:12 a. m. (hora de Colombia)` */
export const dateAndHourOf = (moment: Date) =>
  `${momentText(moment, "date", moments, ZONE)}, ${hourOf(moment)}`;
