import type { ReactNode } from "react";
import { Fact, Facts } from "../ui/facts";
import { Heading } from "../ui/heading";
import { Switch, TextLink } from "../ui/links";
import { Notices } from "../ui/notices";
import { InboxLink } from "./inbox-link";

/** A mail is on its way, and there is nothing to do here but to open it. */
export function SentNotice({
  title,
  lead,
  lives,
  inbox,
  again,
}: {
  title: string;
  lead: ReactNode;
  /** how long its link lives */
  lives: string;
  inbox: Parameters<typeof InboxLink>[0];
  /** where another address is given */
  again: string;
}) {
  return (
    <>
      <Heading envelope lead={lead}>
        {title}
      </Heading>
      <Notices />
      <Facts tight>
        <Fact icon="clock">{lives}</Fact>
        <Fact icon="mail">¿No lo ves? Mira en correo no deseado.</Fact>
      </Facts>
      <div className="mt-5">
        <InboxLink {...inbox} />
      </div>
      <Switch>
        <span>{"¿No es tu correo? "}</span>
        <TextLink href={again}>Usa otro</TextLink>
      </Switch>
    </>
  );
}
