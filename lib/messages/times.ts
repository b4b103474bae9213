const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 60 * MINUTE_SECONDS;
const DAY_SECONDS = 24 * HOUR_SECONDS;
/** Nobody counts 900 seconds. */
const MINUTES_FROM_SECONDS = 90;

/** Lengths of time in the words of a language (BCP 47), from seconds: `30 minutos`, `1 segundo`. */
export function timesIn(language: string) {
  const counted = (unit: "second" | "minute" | "hour" | "day", unitSeconds: number) => {
    const format = new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" });
    return (seconds: number) => format.format(seconds / unitSeconds);
  };
  const inSeconds = counted("second", 1);
  const minutes = counted("minute", MINUTE_SECONDS);
  const wholeMinutes = (seconds: number) =>
    minutes(Math.ceil(seconds / MINUTE_SECONDS) * MINUTE_SECONDS);
  return {
    /** how long to wait: in seconds, and from 90 on in minutes, rounded up */
    wait: (seconds: number) =>
      seconds < MINUTES_FROM_SECONDS ? inSeconds(seconds) : wholeMinutes(seconds),
    minutes,
    hours: counted("hour", HOUR_SECONDS),
    days: counted("day", DAY_SECONDS),
  };
}
