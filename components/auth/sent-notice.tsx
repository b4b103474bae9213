import type { ReactNode } from "react";
import { messages } from "@/lib/messages/messages";
import { Banners } from "../ui/banners";
import { Fact, Facts } from "../ui/facts";
import { Address, Heading } from "../ui/heading";
import { Switch, TextLink } from "../ui/links";
import { Sentence } from "../ui/sentence";
import { type Inbox, InboxLink } from "./inbox-link";
import type { Wait } from "./resend-form";
import { WindowFull } from "./window-full";

/** A mail is on its way: what it is, where it is opened, and where another address is given. */
export function SentNotice({
  say,
  title,
  sent,
  fact,
  resend,
  again,
  children,
}: {
  /** `full`: no more of them in this hour, where its page offers another one */
  say: { lead: string; lives: string; full?: string };
  title: string;
  sent: { address: string; inbox: Inbox; wait: Wait | null };
  /** what else is to be known, as a `Fact` */
  fact?: ReactNode;
  /** a form for another one */
  resend?: ReactNode;
  again: string;
  /** what else can be done here */
  children?: ReactNode;
}) {
  const words = messages().pages.sent;
  const { address, inbox, wait } = sent;
  const link = <InboxLink say={words} inbox={inbox} />;
  const beside = children ? "laptop:mt-4 laptop:grid-cols-2 laptop:items-start" : "";
  return (
    <>
      <Heading
        envelope
        lead={<Sentence of={say.lead} parts={{ address: <Address>{address}</Address> }} />}
      >
        {title}
      </Heading>
      <Banners>
        {say.full && wait?.reason === "window" && <WindowFull say={say.full} until={wait.at} />}
      </Banners>
      <Facts tight>
        <Fact icon="clock">{say.lives}</Fact>
        <Fact icon="mail">{words.notThere}</Fact>
        {fact}
      </Facts>
      <div className={`mt-5 grid gap-3 short:gap-2.5 ${beside}`}>
        {inbox.known && link}
        {resend}
        {!inbox.known && link}
      </div>
      {children}
      <Switch>
        <Sentence
          of={words.notYours}
          parts={{ another: <TextLink href={again}>{words.another}</TextLink> }}
        />
      </Switch>
    </>
  );
}
