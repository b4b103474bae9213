import { DEADLINES, needsUtf8 } from "@/lib/mail/send";
import { senderOf } from "@/lib/mail/sender";
import { trackingSwitch } from "@/lib/mail/tracking";
import { type MailServer, takesUtf8 } from "@/lib/mail/transport";
import { type Finding, findingsOf } from "./finding";

const { note, broken } = findingsOf("mail");

/** What the mail server does with our mails: whether it rewrites their links, and takes the sender as it is written. */
export async function providerFindings(
  server: MailServer & { emailFrom: string },
): Promise<Finding[]> {
  const { hostname } = new URL(server.emailServer);
  const todo = trackingSwitch(hostname);
  return [
    ...(todo
      ? [note(`${hostname} may lead a mail's link past itself, whatever we ask`, todo)]
      : []),
    ...(await sender(server, hostname)),
  ];
}

async function sender(
  { emailFrom, ...server }: MailServer & { emailFrom: string },
  hostname: string,
): Promise<Finding[]> {
  if (!needsUtf8(senderOf(emailFrom).address)) return [];
  // another finding reports a server that cannot be asked
  if (await takesUtf8(server, DEADLINES.connect).catch(() => true)) return [];
  return [
    broken(
      `${hostname} takes no sender with letters beyond ASCII before the @: every mail is refused`,
      "choose another EMAIL_FROM, or a server with SMTPUTF8",
    ),
  ];
}
