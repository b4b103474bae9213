/** `hour`: `3:42 p. m.` · `dayAndHour`: `hoy a las 3:42 p. m.` · `month`: `nov. de 2026` */
export type MomentShape = "hour" | "dayAndHour" | "month";

/** @param timeZone the browser's own when left out */
export function momentText(moment: Date, shape: MomentShape, timeZone?: string): string {
  const format = (options: Intl.DateTimeFormatOptions) => spaced(moment, { ...options, timeZone });
  const hour = format({ hour: "numeric", minute: "2-digit", hour12: true });
  if (shape === "hour") return hour;
  if (shape === "month")
    return `${abbreviated(format({ month: "short" }))} de ${format({ year: "numeric" })}`;
  return `${dayOf(moment, timeZone)} a las ${hour}`;
}

function dayOf(moment: Date, timeZone?: string): string {
  const date: Intl.DateTimeFormatOptions = { dateStyle: "short", timeZone };
  const day = spaced(moment, date);
  const now = Date.now();
  if (day === spaced(new Date(now), date)) return "hoy";
  if (day === spaced(new Date(now - 86_400_000), date)) return "ayer";
  const month = abbreviated(spaced(moment, { month: "short", timeZone }));
  return `el ${spaced(moment, { day: "numeric", timeZone })} de ${month}`;
}

/** Spanish writes `nov.`, whatever the locale at hand says. */
const abbreviated = (month: string) => (month === "mayo" ? month : month.replace(/\.?$/, "."));

/** `Intl` puts no-break spaces into hours, and not the same ones everywhere. */
function spaced(moment: Date, options: Intl.DateTimeFormatOptions): string {
  const { timeZone, ...rest } = options;
  const zoned = timeZone === undefined ? rest : { ...rest, timeZone };
  return new Intl.DateTimeFormat("es-CO", zoned).format(moment).replace(/[\u00a0\u202f]/g, " ");
}
