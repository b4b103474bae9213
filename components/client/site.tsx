"use client";
import { createContext, type ReactNode, useContext } from "react";

/** Where else somebody may want to go; null where the operator named no address. */
export type SiteLinks = Readonly<
  Record<"supportUrl" | "statusUrl" | "termsUrl" | "privacyUrl", string | null>
>;

const NOWHERE = { supportUrl: null, statusUrl: null, termsUrl: null, privacyUrl: null };
const Links = createContext<SiteLinks>(NOWHERE);
export const useSiteLinks = () => useContext(Links);

/** Around all pages: what is the same on each of them. */
export function Site({ links, children }: { links: SiteLinks; children: ReactNode }) {
  return <Links value={links}>{children}</Links>;
}
