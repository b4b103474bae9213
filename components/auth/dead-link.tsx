import { LiveForm } from "../client/live-form";
import { Button } from "../ui/button";
import { buttonClass } from "../ui/button-class";
import { AddressField } from "../ui/email-field";
import { formClass } from "../ui/form-class";
import { Heading } from "../ui/heading";
import { Hidden } from "../ui/hidden";
import type { IconName } from "../ui/icon";
import { Switch, TextLink } from "../ui/links";
import { Notices } from "../ui/notices";

const icons = {
  used: "used",
  ended: "used",
  expired: "clock",
  unknown: "broken",
} satisfies Record<string, IconName>;

export type DeadState = keyof typeof icons;
type Way = { href: string; text: string };

const SIGN_IN: Way = { href: "/login", text: "Ingresar de otra forma" };

/** A link that opens nothing any more: why, and the way to another one. */
export function DeadLink({
  state,
  title,
  lead,
  action,
  button,
  csrfToken,
  address,
  missing,
}: {
  state: DeadState;
  title: string;
  lead: string;
  action: string;
  button: string;
  csrfToken: string;
  address: string | null;
  missing: string;
}) {
  return (
    <>
      <Heading glyph={icons[state]} tone="warn" lead={lead}>
        {title}
      </Heading>
      <Notices />
      <LiveForm action={action} className={formClass}>
        <Hidden values={{ csrfToken }} />
        <AddressField autoComplete="email" missing={missing} value={address ?? undefined} last />
        <Button busy="Enviando…">{button}</Button>
      </LiveForm>
      <OtherWay {...SIGN_IN} />
    </>
  );
}

/** The same, where what comes next is a page of its own; `other` is a second way from there. */
export function DeadLinkToPage({
  state,
  title,
  lead,
  next,
  other = SIGN_IN,
}: {
  state: DeadState;
  title: string;
  lead: string;
  next: Way;
  other?: Way;
}) {
  return (
    <>
      <Heading glyph={icons[state]} tone="warn" lead={lead}>
        {title}
      </Heading>
      <Notices />
      <a href={next.href} className={`mt-6 ${buttonClass("primary")}`}>
        {next.text}
      </a>
      <OtherWay {...other} />
    </>
  );
}

function OtherWay({ href, text }: Way) {
  return (
    <Switch>
      <TextLink href={href}>{text}</TextLink>
    </Switch>
  );
}
