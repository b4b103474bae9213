import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Messages } from "@/components/client/messages";
import { NoAnnouncer } from "@/components/client/no-announcer";
import { Site } from "@/components/client/site";
import { ZoneTeller } from "@/components/client/zone-teller";
import { BRAND, DARK, LIGHT } from "@/lib/config/brand";
import { settings } from "@/lib/config/settings";
import { cookieName } from "@/lib/http/cookies";
import { csrfToken, pageMessages, pageReader } from "@/lib/http/page";
import { HERE_HEADER } from "@/lib/http/retry-when-away";
import { CATALOGUES } from "@/lib/messages/messages";
import "./globals.css";

/** Every page carries the nonce of its own request, so none can be rendered ahead. */
export const dynamic = "force-dynamic";

/** What a messenger shows of a link is the same for every page: nothing of what an address holds. */
export async function generateMetadata(): Promise<Metadata> {
  const { pages, screen } = await pageMessages();
  const title = `${pages.login.title} · ${BRAND.name}`;
  const description = screen.stage.title;
  return {
    metadataBase: new URL(settings().origin),
    applicationName: BRAND.name,
    description,
    icons: {
      icon: [
        { url: "/favicon.ico", sizes: "48x48" },
        { url: "/icon.svg", type: "image/svg+xml" },
      ],
      apple: "/apple-touch-icon.png",
    },
    openGraph: {
      type: "website",
      siteName: BRAND.name,
      title,
      description,
      images: { url: "/apple-touch-icon.png", type: "image/png", width: 180, height: 180 },
    },
    twitter: { card: "summary" },
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: LIGHT.surface },
    { media: "(prefers-color-scheme: dark)", color: DARK.surface },
  ],
};

const figtree = localFont({
  src: "../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2",
  weight: "300 900",
  variable: "--font-figtree",
  display: "swap",
  adjustFontFallback: "Arial",
});

export default async function RootLayout({ children }: { children: ReactNode }) {
  // the error page names it, and the log's lines have it
  const request = (await headers()).get("x-request-id") ?? undefined;
  const { timeZone } = await pageReader();
  const { languages, supportUrl, statusUrl, termsUrl, privacyUrl } = settings();
  const { lang, screen } = await pageMessages();
  const site = {
    ...{ supportUrl, statusUrl, termsUrl, privacyUrl },
    languages: languages.map((tag) => ({ tag, name: CATALOGUES[tag].name })),
    language: lang,
    here: (await headers()).get(HERE_HEADER) ?? "/",
    csrfToken: await csrfToken(),
  };
  return (
    <html lang={lang} className={figtree.variable} data-request={request}>
      <body>
        <Messages screen={screen} timeZone={timeZone}>
          <Site {...site}>{children}</Site>
        </Messages>
        <NoAnnouncer />
        <ZoneTeller cookie={cookieName("zone")} known={timeZone} />
      </body>
    </html>
  );
}
