/**
 * `hour`: `3:42 p. m.` · `dayAndHour`: `hoy a las 3:42 p. m.` · `month`: `nov. de 2026` · `lately`: `hoy, 3:42 p. m.`,
 * and `el 21 de nov.` once the hour matters no more · `stamp`: `Hoy, 3:42 p. m.`, `21 nov., 3:42 p. m.`
 */
export type MomentShape = "hour" | "dayAndHour" | "month" | "lately" | "stamp";

/** @param timeZone the browser's own when left out */
export function momentText(moment: Date, shape: MomentShape, timeZone?: string): string {
  const format = (options: Intl.DateTimeFormatOptions) => spaced(moment, { ...options, timeZone });
  const hour = format({ hour: "numeric", minute: "2-digit", hour12: true });
  if (shape === "hour") return hour;
  if (shape === "month")
    return `${abbreviated(format({ month: "short" }))} de ${format({ year: "numeric" })}`;
  const near = nearDay(moment, timeZone);
  const day = format({ day: "numeric" });
  const month = abbreviated(format({ month: "short" }));
  if (shape === "stamp") return `${near ? capital(near) : `${day} ${month}`}, ${hour}`;
  if (shape === "lately") return near ? `${near}, ${hour}` : `el ${day} de ${month}`;
  return `${near ?? `el ${day} de ${month}`} a las ${hour}`;
}

function nearDay(moment: Date, timeZone?: string): "hoy" | "ayer" | null {
  const date: Intl.DateTimeFormatOptions = { dateStyle: "short", timeZone };
  const day = spaced(moment, date);
  const now = Date.now();
  if (day === spaced(new Date(now), date)) return "hoy";
  return day === spaced(new Date(now - 86_400_000), date) ? "ayer" : null;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Spanish writes `nov.`, whatever the locale at hand says. */
const abbreviated = (month: string) => (month === "mayo" ? month : month.replace(/\.?$/, "."));

/** `Intl` puts no-break spaces into hours, and not the same ones everywhere. */
function spaced(moment: Date, options: Intl.DateTimeFormatOptions): string {
  const { timeZone, ...rest } = options;
  const zoned = timeZone === undefined ? rest : { ...rest, timeZone };
  return new Intl.DateTimeFormat("es-CO", zoned).format(moment).replace(/[\u00a0\u202f]/g, " ");
}
