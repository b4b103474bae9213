import type { ReactNode } from "react";
import { Button } from "../ui/button";
import { Hidden } from "../ui/hidden";
import { GoogleMark, Icon } from "../ui/icon";
import { LiveForm } from "../ui/live-form";

/** To Google: always sent by the browser itself, since the answer is another site. */
export function GoogleForm({
  children,
  callbackUrl,
  describedBy,
}: {
  children: string;
  callbackUrl: string | null;
  describedBy?: string | undefined;
}) {
  return (
    <LiveForm action="/api/auth/signin/google" sentBy="browser">
      <Hidden values={{ callbackUrl }} />
      <Button kind="google" icon={<GoogleMark />} describedBy={describedBy}>
        {children}
      </Button>
    </LiveForm>
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
    <div data-carry>
      <LiveForm action="/login/correo" method="get" sentBy="browser">
        <Hidden values={{ callbackUrl }} />
        <Button kind="secondary" icon={<Icon name="mail" />} describedBy={describedBy}>
          {children}
        </Button>
      </LiveForm>
    </div>
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
