import { settings } from "@/lib/config/settings";
import { senderOf } from "@/lib/mail/sender";

const DAY_MS = 86_400_000;
/** RFC 9116 §2.5.5 recommends less than a year */
const VALID_MS = 90 * DAY_MS;

export const dynamic = "force-dynamic";

/**
 * Where to report a vulnerability (RFC 9116). The mailbox is RFC 2142's, at the domain that our mails come from:
 * that one takes mail, which the app's own host often does not.
 */
export function GET(): Response {
  const { origin, emailFrom } = settings();
  const { domain } = senderOf(emailFrom);
  // the same all day long, so that it can be cached and compared
  const expires = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS + VALID_MS).toISOString();
  const lines = [
    `Contact: mailto:security@${domain || new URL(origin).hostname}`,
    `Expires: ${expires}`,
    "Preferred-Languages: es, en",
    `Canonical: ${origin}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join("\n")}\n`, {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "public, max-age=3600",
      "x-content-type-options": "nosniff",
    },
  });
}
