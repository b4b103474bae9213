import { AsyncLocalStorage } from "node:async_hooks";
import { settings } from "../config/settings";
import { singleton } from "../singleton";
import { type Language, languageOf } from "./languages";

/** Whom the sentences are for. */
export type Reader = Readonly<{
  language: Language;
  /** IANA's name, where the browser or the platform says it */
  timeZone: string | null;
}>;

const current = singleton("reader", () => new AsyncLocalStorage<{ reader: Reader }>());

/** All that `work` says, and the mails that it writes, are for this reader. */
export const withReader = <T>(reader: Reader, work: () => T): T => current.run({ reader }, work);

/** For the rest of this work: its reader has turned out to be this one. */
export function turnTo(reader: Reader): void {
  const held = current.getStore();
  if (held) held.reader = reader;
}

/** Outside of a request: the first language of `LANGUAGES`. */
export const reader = (): Reader =>
  current.getStore()?.reader ?? { language: settings().languages[0], timeZone: null };

/** Which of the offered languages a tag means. */
export function offered(tag: string | null | undefined): Language | null {
  const language = tag ? languageOf(tag) : null;
  return language && settings().languages.includes(language) ? language : null;
}

/** Whether `Intl` knows it: a cookie may hold anything. */
export function isTimeZone(zone: string | null | undefined): zone is string {
  if (!zone || !/^[\w+\-/]{1,64}$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
