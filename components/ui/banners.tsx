"use client";
import type { ReactNode } from "react";
import type { Banner } from "@/lib/messages/banner";
import { fill } from "@/lib/messages/fill";
import { BANNER_ID } from "../client/answer";
import { useMessages } from "../client/messages";
import { useRefusesCookies } from "../client/refuses-cookies";
import { useScreen } from "../client/screen";
import { Alert } from "./alert";

/**
 * The one place above the forms where a page says what happened. It is there from the start, empty,
 * since readers only speak what changes inside a live region that they know.
 * @param children a notice of the page itself, when the answer is not about something wrong: it stands instead of good news,
 *   since there is one box at most
 */
export function Banners({ children }: { children?: ReactNode }) {
  const { answer, wrong } = useScreen();
  const good = wrong.length < 2 && answer.notice?.tone === "ok";
  const refuses = useRefusesCookies();
  const early = refuses && answer.refusing && (
    <div role="status">
      <Alert tone="warn">{answer.refusing.text}</Alert>
    </div>
  );
  const own = (good || (wrong.length < 2 && answer.notice === null)) && (early || children);
  const content =
    wrong.length > 1 ? (
      <Summary wrong={wrong} />
    ) : (
      answer.notice && (
        <Alert tone={answer.notice.tone}>
          <Said notice={answer.notice} />
        </Alert>
      )
    );
  const role = own || content === null ? undefined : good ? "status" : "alert";
  return (
    <div className="notices">
      <div
        id={BANNER_ID}
        tabIndex={-1}
        role={role}
        aria-live={good ? "polite" : "assertive"}
        className="outline-none"
      >
        {!own && content}
      </div>
      {own}
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
function Summary({ wrong }: { wrong: [string, string][] }) {
  const { fieldsWrong } = useMessages();
  const { forgiven } = useScreen();
  return (
    <Alert tone="danger">
      <strong>{fill(fieldsWrong, { n: wrong.length })}</strong>
      <ul className="flex flex-wrap gap-x-4">
        {wrong.map(([name, sentence]) => (
          <li key={name}>
            <a
              href={`#${name}`}
              className={`inline-flex min-h-11 items-center lg:tap lg:min-h-6 lg:after:-inset-y-2.5 ${forgiven.includes(name) ? "line-through!" : ""}`}
            >
              {sentence.split(/[,.]/, 1)}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
