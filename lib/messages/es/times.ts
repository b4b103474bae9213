const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 60 * MINUTE_SECONDS;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** `30 minutos` and the like, from seconds. */
export const minutes = (seconds: number) => `${seconds / MINUTE_SECONDS} minutos`;
export const hours = (seconds: number) => `${seconds / HOUR_SECONDS} horas`;
export const days = (seconds: number) => `${seconds / DAY_SECONDS} días`;
/** `1 segundo`, `2 segundos` */
export const inSeconds = (n: number) => (n === 1 ? "1 segundo" : `${n} segundos`);
