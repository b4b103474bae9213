const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 60 * MINUTE_SECONDS;
const DAY_SECONDS = 24 * HOUR_SECONDS;

const count = (n: number, unit: "second" | "minute" | "hour" | "day") =>
  new Intl.NumberFormat("en-US", { style: "unit", unit, unitDisplay: "long" }).format(n);

/** `30 minutes` and the like, from seconds. */
export const minutes = (seconds: number) => count(seconds / MINUTE_SECONDS, "minute");
export const hours = (seconds: number) => count(seconds / HOUR_SECONDS, "hour");
export const days = (seconds: number) => count(seconds / DAY_SECONDS, "day");
/** `1 second`, `2 seconds` */
export const inSeconds = (n: number) => count(n, "second");
