import type { ReactNode } from "react";
import { assets } from "@/lib/config/assets";
import { BRAND, DARK, LIGHT } from "@/lib/config/brand";
import { limits } from "@/lib/config/limits";
import { shown, site } from "@/lib/http/shown";
import { fill } from "@/lib/messages/fill";
import { errorBanner, messages } from "@/lib/messages/messages";
import type { Saying } from "../client/saying";
import { Templates } from "./templates";

/** A whole page: HTML that works alone, and one script that makes it feel alive. */
export function Document({
  title,
  children,
}: {
  /** without the brand behind it */
  title: string;
  children: ReactNode;
}) {
  const { lang, screen } = messages();
  const { answer, looksAgain, user } = shown();
  const failed = Object.keys(answer.fields).length > 0 || answer.notice?.tone === "danger";
  return (
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${failed ? fill(screen.failedTitle, { title }) : title} · ${BRAND.name}`}</title>
        <Sheet />
        <Facts />
      </head>
      <body
        data-title={title}
        data-say={JSON.stringify(said())}
        data-zone={site().zoneCookie}
        data-zone-seconds={limits.languageKeptSeconds}
        data-person={looksAgain ? (user?.id ?? "") : undefined}
      >
        {children}
        <Templates />
        <Script />
      </body>
    </html>
  );
}

/** Which script it is depends on what was made above; React puts it into the head. */
function Script() {
  const { fields, mail, dialogs, codes } = shown().made;
  const name = dialogs || codes || (fields && mail) ? "account" : mail ? "mail" : "fields";
  return <script type="module" async src={assets()[name]} />;
}

function Sheet() {
  return (
    <>
      <link rel="stylesheet" href={assets().sheet} />
      <link
        rel="preload"
        as="font"
        type="font/woff2"
        href={assets().font}
        crossOrigin=""
        fetchPriority="low"
      />
    </>
  );
}

/** What a messenger shows of a link is the same for every page: nothing of what an address holds. */
function Facts() {
  const { pages, screen } = messages();
  const { origin } = site();
  const title = `${pages.login.title} · ${BRAND.name}`;
  const description = screen.stage.title;
  const picture = `${origin}/apple-touch-icon.png`;
  const properties = {
    "og:title": title,
    "og:description": description,
    "og:site_name": BRAND.name,
    "og:image": picture,
    "og:type": "website",
  };
  return (
    <>
      <meta name="robots" content="noindex, nofollow" />
      <meta name="format-detection" content="telephone=no, address=no, email=no" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={LIGHT.surface} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={DARK.surface} />
      {Object.entries(properties).map(([property, content]) => (
        <meta key={property} property={property} content={content} />
      ))}
      <meta name="twitter:card" content="summary" />
      <link rel="icon" href="/favicon.ico" sizes="48x48" />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
    </>
  );
}

/** What the script says by itself. */
function said(): Saying {
  const { failedTitle, fieldsWrong, offline, unreadable } = messages().screen;
  const refusing = errorBanner("CookiesRefused").text;
  return {
    brand: BRAND.name,
    failedTitle,
    fieldsWrong,
    offline,
    unreadable,
    refusing,
  };
}
