import type { RequestContext } from "@/lib/http/context";
import { deadLink } from "@/lib/http/dead-link";
import { refusedPassword } from "@/lib/http/fields";
import type { Reply } from "@/lib/http/reply";
import { signedInReply } from "@/lib/http/signed-in";
import { messages } from "@/lib/messages/messages";
import type { BadPassword } from "@/lib/password/choose";
import type { Confirmed } from "@/lib/registration/confirm";
import { type Path, withQuery } from "@/lib/routes";

/** The reply once an address is proved: signed in to an account that is ready, or why not. */
export async function registeredReply(
  registered: Confirmed | BadPassword,
  context: RequestContext,
  link: { purpose: "registration" | "magic-link"; page: Path; token: string },
): Promise<Reply> {
  const { purpose, page, token } = link;
  if (registered.ok) {
    const url = registered.callbackUrl ?? "/cuenta";
    return signedInReply(context, registered.session, url, messages().replies.accountReady);
  }
  if (registered.refusal === "bad-password")
    return refusedPassword(withQuery(page, { token }), registered.why);
  return deadLink(purpose, registered.refusal, page, token);
}
