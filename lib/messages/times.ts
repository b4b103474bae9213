const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 60 * MINUTE_SECONDS;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** Lengths of time in the words of a language (BCP 47), from seconds: `30 minutos`, `1 segundo`. */
export function timesIn(language: string) {
  const counted = (unit: "second" | "minute" | "hour" | "day", unitSeconds: number) => {
    const format = new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" });
    return (seconds: number) => format.format(seconds / unitSeconds);
  };
  return {
    inSeconds: counted("second", 1),
    minutes: counted("minute", MINUTE_SECONDS),
    hours: counted("hour", HOUR_SECONDS),
    days: counted("day", DAY_SECONDS),
  };
}
