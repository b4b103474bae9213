/** Where times are shown when the person's own zone is not known. */
export const ZONE = "America/Bogota";
export const ZONE_NOTE = "(hora de Colombia)";

const plain = (formatted: string) => formatted.replace(/[\u00a0\u202f]/g, " ");

/** `3:42 p. m.` */
export function hourIn(moment: Date, timeZone = ZONE): string {
  return plain(
    new Intl.DateTimeFormat("es-CO", { hour: "numeric", minute: "2-digit", timeZone }).format(
      moment,
    ),
  );
}

/** `24 de noviembre de 2026` */
export function dayIn(moment: Date, timeZone = ZONE): string {
  return plain(new Intl.DateTimeFormat("es-CO", { dateStyle: "long", timeZone }).format(moment));
}

/** `24 de noviembre de 2026, 9:12 a. m. (hora de Colombia)` */
export function dayAndHour(moment: Date): string {
  return `${dayIn(moment)}, ${hourIn(moment)} ${ZONE_NOTE}`;
}
