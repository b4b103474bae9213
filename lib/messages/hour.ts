import { messages } from "./messages";
import { momentText, zoneName } from "./moment";
import { reader } from "./reader";
import { ZONE } from "./zone";

/**
 * `3:42 p. m. (hora de Colombia)`, in the reader's zone where it is known: a mail may be read in another.
 * @param shape `atHour`: `a las 3:42 p. m. (hora de Colombia)`
 */
export function hourOf(moment: Date, shape: "hour" | "atHour" = "hour"): string {
  const { moments } = messages().screen;
  const zone = reader().timeZone ?? ZONE;
  return `${momentText(moment, shape, moments, zone)} (${zoneName(zone, moments)})`;
}

/** `24 de noviembre de 2026, 9:12 a. m. (hora de Colombia)` */
export function dateAndHourOf(moment: Date): string {
  const zone = reader().timeZone ?? ZONE;
  return `${momentText(moment, "date", messages().screen.moments, zone)}, ${hourOf(moment)}`;
}
