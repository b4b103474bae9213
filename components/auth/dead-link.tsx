import type { Messages } from "@/lib/messages/catalogue";
import { Banners } from "../ui/banners";
import { Button } from "../ui/button";
import { buttonClass } from "../ui/button-class";
import { AddressField } from "../ui/email-field";
import { formClass } from "../ui/form-class";
import { Heading } from "../ui/heading";
import type { IconName } from "../ui/icon";
import { Switch, TextLink } from "../ui/links";
import { LiveForm } from "../ui/live-form";

const icons = {
  used: "used",
  ended: "used",
  expired: "clock",
  unknown: "broken",
} satisfies Record<string, IconName>;

export type DeadState = keyof typeof icons;
type Say = Messages["pages"]["deadLink"];
type Way = { href: string; text: string };

/** A link that opens nothing any more: why, and the way to another one. */
export function DeadLink({
  say,
  state,
  title,
  lead,
  action,
  button,
  address,
  other = { href: "/login", text: say.otherWay },
}: {
  say: Say;
  state: DeadState;
  title: string;
  lead: string;
  action: string;
  button: string;
  address: string | null;
  other?: Way;
}) {
  return (
    <>
      <Heading glyph={icons[state]} tone="warn" lead={lead}>
        {title}
      </Heading>
      <Banners />
      <LiveForm action={action} className={formClass}>
        <AddressField autoComplete="email" value={address ?? undefined} last />
        <Button busy={say.busy}>{button}</Button>
      </LiveForm>
      <OtherWay {...other} />
    </>
  );
}

/** The same, where what comes next is a page of its own; `other` is a second way from there. */
export function DeadLinkToPage({
  say,
  state,
  title,
  lead,
  next,
  other = { href: "/login", text: say.otherWay },
}: {
  say: Say;
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
      <Banners />
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
