import type { ReactNode } from "react";
import { shown, site } from "@/lib/http/shown";
import { messages } from "@/lib/messages/messages";
import { Ours } from "./live-form";

/** Under every page: where help is, what one agreed to, and the languages. */
export function Footer({
  form,
  className = "",
  children,
}: {
  /** id of the form whose fields stay typed when the language changes */
  form?: string | undefined;
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
  const { supportUrl, statusUrl, termsUrl, privacyUrl } = site();
  const { support, status, terms, privacy } = messages().screen.shell.links;
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

/**
 * A button a language. Without scripts its buttons send the form of that page along, so that what was typed there comes
 * back; with them the page changes its language in place (`components/client/language.ts`).
 */
function LanguageForm({ form }: { form: string | undefined }) {
  const { languages, language } = site();
  if (languages.length < 2) return null;
  return (
    <form
      method="post"
      action="/idioma"
      data-language
      className="mt-1"
      aria-label={messages().screen.shell.language}
    >
      <Ours />
      <input type="hidden" name="page" value={shown().here} form={form} />
      {languages.map(({ tag, name }) => (
        <button
          key={tag}
          type="submit"
          name="language"
          value={tag}
          lang={tag}
          form={form}
          formAction="/idioma"
          formMethod="post"
          formNoValidate
          aria-current={tag === language || undefined}
          className="cursor-pointer px-2 py-1 underline underline-offset-2 hover:text-ink aria-[current]:font-semibold aria-[current]:text-body aria-[current]:no-underline"
        >
          {name}
        </button>
      ))}
    </form>
  );
}
