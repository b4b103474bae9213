"use client";
import type { ReactNode } from "react";
import { LanguageForm } from "../client/language-form";
import { useMessages } from "../client/messages";
import { useSite } from "../client/site";

/** Under every page: where help is, what one agreed to, and the languages. */
export function Footer({
  form,
  className = "",
  children,
}: {
  /** id of the form whose fields stay typed when the language changes */
  form?: string;
  className?: string;
  /** a sentence of the frame's own */
  children?: ReactNode;
}) {
  return (
    <footer className={`text-center text-note text-muted ${className}`}>
      {children && <p className="text-balance">{children}</p>}
      {/* beside the stage its names begin where the sentence above begins */}
      <div className="flex flex-wrap items-baseline justify-center gap-x-3 lg:-mx-2 lg:justify-start lg:gap-x-0">
        <Links />
        <LanguageForm form={form} />
      </div>
    </footer>
  );
}

function Links() {
  const { supportUrl, statusUrl, termsUrl, privacyUrl } = useSite();
  const { support, status, terms, privacy } = useMessages().shell.links;
  const links = (
    [
      [supportUrl, support],
      [statusUrl, status],
      [termsUrl, terms],
      [privacyUrl, privacy],
    ] as const
  ).filter(([url]) => url);
  if (links.length === 0) return null;
  return (
    <ul className="-mx-2 mt-1 inline-flex flex-wrap justify-center lg:mx-0 lg:justify-start">
      {links.map(([url, name]) => (
        <li key={name}>
          <a
            href={url ?? undefined}
            rel="noopener noreferrer"
            className="block px-2 py-1 underline underline-offset-2 hover:text-ink"
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
