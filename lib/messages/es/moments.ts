import { BRAND } from "../../config/brand";
import type { MomentWords } from "../moment";

/** Also for the browser, so without functions. */
export const moments: MomentWords = {
  locale: `es-${BRAND.country}`,
  zones: "es-419",
  zoneNote: "Las horas están en {zone}.",
  today: "hoy",
  yesterday: "ayer",
  months: [
    ...["ene.", "feb.", "mar.", "abr.", "may.", "jun."],
    ...["jul.", "ago.", "sept.", "oct.", "nov.", "dic."],
  ],
  month: "{month} de {year}",
  dayOfMonth: "el {day} de {month}",
  dayShort: "{day} {month}",
  atHour: "a las {hour}",
  atOne: { hours: "^1:", say: "a la {hour}" },
};
