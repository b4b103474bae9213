import type { Page } from "@playwright/test";
import type { SignIn } from "ingreso/testing";
import type { Language } from "@/lib/messages/languages";
import type { Path } from "@/lib/routes";
import type { Mail } from "@/testing/inbox/inbox";
import type { Lab, MakePerson } from "../support/fixtures";

/** What a browser calls itself in each language of the product. */
export const LOCALES: Record<Language, string> = { es: "es-CO", en: "en-US", "pt-BR": "pt-BR" };

/** Where a state is made: a browser, a person nobody knows yet, and everything behind the product. */
export type Stage = {
  page: Page;
  lab: Lab;
  address: string;
  language: Language;
  /** makes somebody whose mails are in that language */
  person: MakePerson;
  /** the same, signed in on the page */
  signedIn: MakePerson;
  signIn: SignIn;
  /** opens an address of the site, and waits until it is alive */
  go(path: string): Promise<void>;
  /** waits until the page's forms are sent by scripts, where these run */
  alive(): Promise<void>;
  /** undoes something once the state has been looked at */
  after(undo: () => unknown): void;
};

/** A page as a person can see it. */
export type PageState = {
  /** of small letters, digits and dashes; no other state has it */
  name: string;
  /** where it stands, once it is open */
  path: Path | "/no-existe";
  browser?: "without scripts" | "refusing cookies";
  /** what the browser's console says there, and may */
  errors?: RegExp[];
  /** a state that differs by its words alone */
  like?: string;
  open(stage: Stage): Promise<unknown>;
};

/** A mail as it arrives. */
export type MailState = { name: string; like?: string; mail(stage: Stage): Promise<Mail> };

export type State = PageState | MailState;
