import type { Messages } from "@/lib/messages/catalogue";
import { buttonClass } from "../ui/button-class";
import { Icon } from "../ui/icon";

export type Inbox = {
  kind: keyof Messages["pages"]["sent"]["inbox"];
  href: string;
  /** whether it is the inbox itself, or only the mail program */
  known: boolean;
};

/** `Ir a Gmail`: opens the person's webmail beside this page, or else their mail program, which needs no tab. */
export function InboxLink({ say, inbox }: { say: Messages["pages"]["sent"]; inbox: Inbox }) {
  const { kind, href, known } = inbox;
  return (
    <a
      href={href}
      {...(known && { target: "_blank", rel: "noopener noreferrer" })}
      className={buttonClass(known ? "primary" : "text")}
    >
      {!known && <Icon name="mail" />}
      <span>{say.inbox[kind]}</span>
      {known && <Icon name="out" />}
    </a>
  );
}
