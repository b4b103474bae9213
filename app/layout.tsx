import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Messages } from "@/components/client/messages";
import { NoAnnouncer } from "@/components/client/no-announcer";
import { Site } from "@/components/client/site";
import { DARK, LIGHT, PRODUCT } from "@/lib/config/brand";
import { settings } from "@/lib/config/settings";
import { pageMessages } from "@/lib/http/page";
import "./globals.css";

/** Every page carries the nonce of its own request, so none can be rendered ahead. */
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  applicationName: PRODUCT,
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, email: false, address: false },
};

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
  const { supportUrl, statusUrl, termsUrl, privacyUrl } = settings();
  const { lang, screen } = await pageMessages();
  return (
    <html lang={lang} className={figtree.variable} data-request={request}>
      <body>
        <Messages screen={screen}>
          <Site links={{ supportUrl, statusUrl, termsUrl, privacyUrl }}>{children}</Site>
        </Messages>
        <NoAnnouncer />
      </body>
    </html>
  );
}
