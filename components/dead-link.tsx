import type { ReactNode } from "react";
import { AddressField } from "./address-field";
import { Button } from "./button";
import { formClass } from "./form-class";
import { Heading } from "./heading";
import { Hidden } from "./hidden";
import type { IconName } from "./icon";
import { Switch, TextLink } from "./links";
import { LiveForm } from "./live/live-form";
import type { Sentence } from "./live/sentence";
import { Notices } from "./notices";

const icons = {
  used: "used",
  ended: "used",
  expired: "clock",
  unknown: "broken",
} satisfies Record<string, IconName>;

export type DeadState = keyof typeof icons;

/** A link that opens nothing any more: why, and the way to another one. */
export function DeadLink({
  state,
  title,
  lead,
  action,
  sentPage,
  button,
  csrfToken,
  address,
  missing,
  sentences,
}: {
  state: DeadState;
  title: string;
  lead: string;
  action: string;
  sentPage: string;
  button: string;
  csrfToken: string;
  address: string | null;
  missing: string;
  sentences: Record<string, Sentence>;
}) {
  return (
    <>
      <Heading glyph={icons[state]} tone="warn" lead={lead}>
        {title}
      </Heading>
      <Notices />
      <LiveForm action={action} sentences={sentences} sentPage={sentPage} className={formClass}>
        <Hidden values={{ csrfToken }} />
        <AddressField autoComplete="email" missing={missing} value={address ?? undefined} last />
        <Button busy="Enviando…">{button}</Button>
      </LiveForm>
      <OtherWay />
    </>
  );
}

/** The same, where another one is had by filling in a page again. */
export function DeadLinkToPage({
  state,
  title,
  lead,
  children,
}: {
  state: DeadState;
  title: string;
  lead: string;
  children: ReactNode;
}) {
  return (
    <>
      <Heading glyph={icons[state]} tone="warn" lead={lead}>
        {title}
      </Heading>
      <Notices />
      <div className="mt-6">{children}</div>
      <OtherWay />
    </>
  );
}

function OtherWay() {
  return (
    <Switch>
      <TextLink href="/login">Ingresar de otra forma</TextLink>
    </Switch>
  );
}
