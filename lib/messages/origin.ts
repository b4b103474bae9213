import type { Messages } from "./catalogue";

/** `Chrome · Windows`: how a device is kept, whoever reads of it; either half may be missing. */
const BETWEEN = " · ";
export const keptDevice = (browser: string, system: string): string =>
  system === "" ? browser : browser + BETWEEN + system;
/** In place of a device, where an operator acted. */
export const SUPPORT = "support";

/** `Chrome en Windows`; one kept before there were languages is said as it is. */
export function deviceIn(kept: string, { devices }: Pick<Messages, "devices">): string {
  if (kept === "") return devices.unknown;
  if (kept === SUPPORT) return devices.support;
  const [browser = "", system] = kept.split(BETWEEN);
  if (system === undefined) return kept;
  return browser === "" ? devices.system(system) : devices.browser(browser, system);
}

/** `Bogotá, Colombia` of `Bogotá, CO` (ISO 3166-1). */
export function placeIn(kept: string, { lang }: Pick<Messages, "lang">): string {
  const [, city, country] = /^(.+), ([A-Z]{2})$/.exec(kept) ?? [];
  if (city === undefined || country === undefined) return kept;
  return `${city}, ${new Intl.DisplayNames(lang, { type: "region" }).of(country)}`;
}

type Origin = { device: string | null; place: string | null };

/** A row in the reader's words. */
export function originIn<T extends Origin>(row: T, said: Messages): T {
  const { device, place } = row;
  return {
    ...row,
    device: device === null ? null : deviceIn(device, said),
    place: place === null ? null : placeIn(place, said),
  };
}
