import { AsyncLocalStorage } from "node:async_hooks";
import { settings } from "../config/settings";
import type { Banner } from "../messages/banner";
import { CATALOGUES } from "../messages/messages";
import { reader } from "../messages/reader";
import type { Path } from "../routes";
import type { SignedInUser } from "../session/current";
import { singleton } from "../singleton";
import { cookieName } from "./cookies";

/** What the page's form was answered with. */
export type Answer = {
  notice: Banner | null;
  /** a sentence for each wrong field, in the form's order */
  fields: Readonly<Record<string, string>>;
  /** what was typed, but passwords */
  values: Readonly<Record<string, string>>;
  /** fields that are wrong together, without a sentence of their own */
  marked: readonly string[];
  /** shown this once */
  recoveryCodes: readonly string[];
};

/** What a page knows besides what it is made of: of its request, and of whom it is shown to. */
export type Shown = Readonly<{
  /** its address as it was asked for: a script may take a token out of it */
  here: string;
  csrfToken: string;
  answer: Answer;
  /** the signed-in user to whom its forms belong */
  user: SignedInUser | null;
  /** whether it looks again, when it is seen again, who is signed in */
  looksAgain: boolean;
  /** what is in it so far, which says what its script has to know */
  made: { fields?: true; mail?: true; moments?: true; dialogs?: true; codes?: true };
}>;

export const NO_ANSWER: Answer = {
  notice: null,
  fields: {},
  values: {},
  marked: [],
  recoveryCodes: [],
};
const current = singleton("page", () => new AsyncLocalStorage<Shown>());

/** All that `work` makes is for this page. */
export const withPage = <T>(shown: Shown, work: () => T): T => current.run(shown, work);

/** What a document that is made ahead knows: no user, and no answer. */
export const nobodys = (here: Path): Shown => ({
  here,
  csrfToken: "",
  answer: NO_ANSWER,
  user: null,
  looksAgain: here === "/login",
  made: {},
});

/** What the page around knows. @throws outside of one */
export function shown(): Shown {
  const page = current.getStore();
  if (!page) throw new Error("no page around this component");
  return page;
}

/** What is the same on every page: the operator's own pages, null where no setting names one; the languages, each by its own name. */
export function site() {
  const { origin, google, languages, supportUrl, statusUrl, termsUrl, privacyUrl } = settings();
  return {
    ...{ origin, supportUrl, statusUrl, termsUrl, privacyUrl },
    hasGoogle: google !== null,
    /** the browser's own time zone, which its script tells */
    zoneCookie: cookieName("zone"),
    languages: languages.map((tag) => ({ tag, name: CATALOGUES[tag].name })),
    language: reader().language,
  };
}
