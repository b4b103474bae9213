import { timesIn } from "../times";

const LANGUAGE = "pt-BR";

export const { wait, minutes, hours, days } = timesIn(LANGUAGE);

const plurals = new Intl.PluralRules(LANGUAGE);
/** The form that goes with a count. */
export const plural = (n: number, one: string, other: string) =>
  plurals.select(n) === "one" ? one : other;
