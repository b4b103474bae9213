import type { ReactNode } from "react";
import { shown } from "@/lib/http/shown";
import type { Banner } from "@/lib/messages/banner";
import { fill } from "@/lib/messages/fill";
import { messages } from "@/lib/messages/messages";
import { BANNER_ID } from "../client/names";
import { Alert } from "./alert";

/**
 * The one place above the forms where a page says what happened. It is there from the start, empty,
 * since readers only speak what changes inside a live region that they know.
 * @param children a notice of the page itself, when the answer is not about something wrong: it stands instead of good news,
 *   since there is one box at most
 */
export function Banners({ children }: { children?: ReactNode }) {
  const { notice, fields } = shown().answer;
  const wrong = Object.entries(fields);
  const good = wrong.length < 2 && notice?.tone === "ok";
  const own = (good || (wrong.length < 2 && notice === null)) && Boolean(children);
  const content =
    wrong.length > 1 ? (
      <Summary wrong={wrong} />
    ) : (
      notice && (
        <Alert tone={notice.tone}>
          <Said notice={notice} />
        </Alert>
      )
    );
  const role = own || !content ? undefined : good ? "status" : "alert";
  return (
    <div className="notices">
      <div
        id={BANNER_ID}
        tabIndex={-1}
        role={role}
        aria-live={good ? "polite" : "assertive"}
        data-tone={own || !content ? undefined : notice?.tone}
        className="outline-none"
      >
        {!own && content}
      </div>
      <div data-own data-fresh="own" hidden={!own}>
        {children}
      </div>
    </div>
  );
}

/** Each part in an element of its own, since a translator moves texts. */
function Said({ notice: { text, link } }: { notice: Banner }) {
  if (!link) return <span>{text}</span>;
  const [before, after] = text.split(link.text);
  return (
    <>
      <span>{before}</span>
      <a href={link.href} data-carry>
        {link.text}
      </a>
      <span>{after}</span>
    </>
  );
}

/** Stays as it was said until the form is sent again: it would be read out anew, and the fields would move. */
export function Summary({ wrong }: { wrong: [string, string][] }) {
  return (
    <Alert tone="danger">
      <strong>
        {wrong.length > 0 && fill(messages().screen.fieldsWrong, { n: wrong.length })}
      </strong>
      <ul className="flex flex-wrap gap-x-4">
        {wrong.map(([name, sentence]) => (
          <SummaryLine key={name} name={name}>
            {sentence.split(/[,.]/, 1)[0]}
          </SummaryLine>
        ))}
      </ul>
    </Alert>
  );
}

/** Leads to a wrong field. */
export function SummaryLine({ name, children }: { name: string; children?: string | undefined }) {
  return (
    <li>
      <a
        href={`#${name}`}
        className="inline-flex min-h-11 items-center lg:tap lg:min-h-6 lg:after:-inset-y-2.5 data-forgiven:line-through!"
      >
        {children}
      </a>
    </li>
  );
}
