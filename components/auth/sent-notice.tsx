import type { ReactNode } from "react";
import type { Messages } from "@/lib/messages/catalogue";
import { Banners } from "../ui/banners";
import { Fact, Facts } from "../ui/facts";
import { Heading } from "../ui/heading";
import { Switch, TextLink } from "../ui/links";
import { Sentence } from "../ui/sentence";
import { type Inbox, InboxLink } from "./inbox-link";

/** A mail is on its way, and there is nothing to do here but to open it. */
export function SentNotice({
  say,
  title,
  lead,
  lives,
  inbox,
  again,
}: {
  say: Messages["pages"]["sent"];
  title: string;
  lead: ReactNode;
  /** how long its link lives */
  lives: string;
  inbox: Inbox;
  /** where another address is given */
  again: string;
}) {
  return (
    <>
      <Heading envelope lead={lead}>
        {title}
      </Heading>
      <Banners />
      <Facts tight>
        <Fact icon="clock">{lives}</Fact>
        <Fact icon="mail">{say.notThere}</Fact>
      </Facts>
      <div className="mt-5">
        <InboxLink say={say} inbox={inbox} />
      </div>
      <Switch>
        <Sentence
          of={say.notYours}
          parts={{ another: <TextLink href={again}>{say.another}</TextLink> }}
        />
      </Switch>
    </>
  );
}
