import type { ReactNode } from "react";
import { buttonClass } from "../ui/button-class";
import { Hidden } from "../ui/hidden";
import { GoogleMark, Icon } from "../ui/icon";

/** To Google: always sent by the browser itself, since the answer is another site. */
export function GoogleForm({
  children,
  csrfToken,
  callbackUrl,
  describedBy,
}: {
  children: string;
  csrfToken: string;
  callbackUrl: string | null;
  describedBy?: string | undefined;
}) {
  return (
    <form method="post" action="/api/auth/signin/google">
      <Hidden values={{ csrfToken, callbackUrl }} />
      <button type="submit" aria-describedby={describedBy} className={buttonClass("google")}>
        <GoogleMark />
        <span>{children}</span>
      </button>
    </form>
  );
}

/** To the magic link's page. A form, since the help article calls it a button. */
export function MailForm({
  children,
  callbackUrl,
  describedBy,
}: {
  children: string;
  callbackUrl: string | null;
  describedBy?: string | undefined;
}) {
  return (
    <form method="get" action="/login/correo">
      <Hidden values={{ callbackUrl }} />
      <button
        type="submit"
        data-carry
        aria-describedby={describedBy}
        className={buttonClass("secondary")}
      >
        <Icon name="mail" />
        <span>{children}</span>
      </button>
    </form>
  );
}

/** Stands on the edge of a way in that was used last, outside of its button and so of its name. */
export function LastUsed({
  id,
  mark,
  children,
}: {
  id: string | undefined;
  /** what stands there */
  mark: string;
  children: ReactNode;
}) {
  return (
    <div className="relative">
      {children}
      {id && (
        <span
          id={id}
          className="pointer-events-none absolute -top-2.75 right-3 rounded-full border border-brand-line bg-brand-soft px-2 text-tag text-brand-ink"
        >
          {mark}
        </span>
      )}
    </div>
  );
}
