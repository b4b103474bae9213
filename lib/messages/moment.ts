import { fill } from "./fill";

/**
 * `hour`: `3:42 p. m.` · `atHour`: `a las 3:42 p. m.`, `a la 1:05 p. m.` · `dayAndHour`: `hoy a las 3:42 p. m.` ·
 * `month`: `nov. de 2026` · `lately`: `hoy, 3:42 p. m.`, and `el 21 de nov.` once the hour matters no more · `stamp`: `Hoy, 3:42 p. m.`, `21 nov., 3:42 p. m.` ·
 * `date`: `24 de noviembre de 2026`
 */
export type MomentShape = "hour" | "atHour" | "dayAndHour" | "month" | "lately" | "stamp" | "date";

export type MomentWords = {
  locale: string;
  /** the locale whose names of zones are words */
  zones: string;
  /** where its short names are letters (`BRT`): the long ones, with `from`, a pattern, said as `to` */
  longZones?: { from: string; to: string };
  /** `{zone}`: `hora de Colombia` */
  zoneNote: string;
  today: string;
  yesterday: string;
  /** short, the first one first */
  months: readonly string[];
  month: string;
  /** of `lately` and `dayAndHour` */
  dayOfMonth: string;
  /** of `stamp` */
  dayShort: string;
  /** of `dayAndHour` */
  atHour: string;
  /** of the hours that are one: `a la 1:05`. `hours`: a pattern */
  atOne: { hours: string; say: string };
};

/** `hora de Colombia`: said where an hour may be read in another zone. */
export function zoneName(timeZone: string, { zones, longZones }: MomentWords): string {
  const timeZoneName = longZones ? "longGeneric" : "shortGeneric";
  const parts = new Intl.DateTimeFormat(zones, { timeZone, timeZoneName }).formatToParts(0);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
  return longZones ? name.replace(new RegExp(longZones.from), longZones.to) : name;
}

/** @param timeZone the browser's own when left out */
export function momentText(
  moment: Date,
  shape: MomentShape,
  words: MomentWords,
  timeZone?: string,
): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    spaced(moment, words.locale, { ...options, ...(timeZone && { timeZone }) });
  if (shape === "date") return format({ dateStyle: "long" });
  const hour = format({ timeStyle: "short" });
  if (shape === "hour") return hour;
  const { atHour, atOne } = words;
  const at = fill(new RegExp(atOne.hours).test(hour) ? atOne.say : atHour, { hour });
  if (shape === "atHour") return at;
  const month = words.months[Number(format({ month: "numeric" })) - 1] ?? "";
  if (shape === "month") return fill(words.month, { month, year: format({ year: "numeric" }) });
  const near = nearDay(moment, words, timeZone);
  const day = format({ day: "numeric" });
  if (shape === "stamp")
    return `${near ? capital(near) : fill(words.dayShort, { day, month })}, ${hour}`;
  const far = fill(words.dayOfMonth, { day, month });
  if (shape === "lately") return near ? `${near}, ${hour}` : far;
  return `${near ?? far} ${at}`;
}

function nearDay(moment: Date, words: MomentWords, timeZone?: string): string | null {
  const dayOf = (one: Date) =>
    spaced(one, words.locale, { dateStyle: "short", ...(timeZone && { timeZone }) });
  const now = Date.now();
  if (dayOf(moment) === dayOf(new Date(now))) return words.today;
  return dayOf(moment) === dayOf(new Date(now - 86_400_000)) ? words.yesterday : null;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** `Intl` puts no-break spaces into hours, and not the same ones everywhere. */
function spaced(moment: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, options).format(moment).replace(/[\u00a0\u202f]/g, " ");
}
