const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 60 * MINUTE_SECONDS;
const DAY_SECONDS = 24 * HOUR_SECONDS;
const LOCALE = "pt-BR";

const count = (n: number, unit: "second" | "minute" | "hour" | "day") =>
  new Intl.NumberFormat(LOCALE, { style: "unit", unit, unitDisplay: "long" }).format(n);

/** `30 minutos` and the like, from seconds. */
export const minutes = (seconds: number) => count(seconds / MINUTE_SECONDS, "minute");
export const hours = (seconds: number) => count(seconds / HOUR_SECONDS, "hour");
export const days = (seconds: number) => count(seconds / DAY_SECONDS, "day");
/** `1 segundo`, `2 segundos` */
export const inSeconds = (n: number) => count(n, "second");

const plurals = new Intl.PluralRules(LOCALE);
/** The form that goes with a count. */
export const plural = (n: number, one: string, other: string) =>
  plurals.select(n) === "one" ? one : other;
