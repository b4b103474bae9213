"use client";
import { createContext, type ReactNode, useContext } from "react";

type Links = "supportUrl" | "statusUrl" | "termsUrl" | "privacyUrl";

export type SiteFacts = Readonly<
  /** the operator's own pages; null where a setting names none */
  Record<Links, string | null> & {
    /** offered, each by its own name */
    languages: readonly { tag: string; name: string }[];
    /** of this page */
    language: string;
    /** this page's address as the server was asked for it: a script may have taken a token out since */
    here: string;
    csrfToken: string;
  }
>;

const Facts = createContext<SiteFacts | null>(null);

/** Around all pages: what is the same on each of them. */
export function Site({ children, ...facts }: SiteFacts & { children: ReactNode }) {
  return <Facts value={facts}>{children}</Facts>;
}

/** @throws outside of `Site` */
export function useSite(): SiteFacts {
  const facts = useContext(Facts);
  if (facts === null) throw new Error("no <Site> around this component");
  return facts;
}
