"use client";
import { useRouter } from "next/navigation";
import type { SubmitEvent } from "react";
import { Hidden } from "../ui/hidden";
import { useAlive } from "./alive";
import { useMessages } from "./messages";
import { useScreen } from "./screen";
import { sendForm } from "./send";
import { useSite } from "./site";

/**
 * A button a language. Without scripts its buttons send the form of that page along, so that what was typed there comes
 * back; with them the page changes its language in place.
 * @param form that form's id
 */
export function LanguageForm({ form }: { form?: string }) {
  const { languages, language, here, csrfToken } = useSite();
  const messages = useMessages();
  const { reply } = useScreen();
  const { refresh } = useRouter();
  const owner = useAlive() ? undefined : form;
  if (languages.length < 2) return null;

  async function choose(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const said = await sendForm(event.currentTarget, messages, event.nativeEvent.submitter);
    if (said.kind === "notice") return reply({ notice: said.notice, fields: {} });
    // a link's page without the token in its address cannot be asked for again
    if (written(location.href) !== written(here)) return location.replace(here);
    reply({ notice: null, fields: {} });
    refresh();
  }

  return (
    <form
      method="post"
      action="/idioma"
      onSubmit={choose}
      className="mt-1"
      aria-label={messages.shell.language}
    >
      <Hidden values={{ csrfToken }} />
      <input type="hidden" name="page" value={here} form={owner} />
      {languages.map(({ tag, name }) => (
        <button
          key={tag}
          type="submit"
          name="language"
          value={tag}
          lang={tag}
          form={owner}
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

/** An address in its one spelling: `?to=/` is `?to=%2F`. */
function written(address: string): string {
  const { pathname, searchParams } = new URL(address, location.origin);
  return `${pathname}?${searchParams}`;
}
