import type { RequestContext } from "@/lib/http/context";
import { deadLink } from "@/lib/http/dead-link";
import { refusedPassword } from "@/lib/http/fields";
import type { Reply } from "@/lib/http/reply";
import { signedInReply } from "@/lib/http/signed-in";
import { words } from "@/lib/messages/words";
import type { BadPassword } from "@/lib/password/choose";
import type { Confirmed } from "@/lib/registration/confirm";

/** The reply once an address is proved: signed in to an account that is ready, or why not. */
export async function registeredReply(
  registered: Confirmed | BadPassword,
  context: RequestContext,
  link: { purpose: "registration" | "magic-link"; page: string; token: string },
): Promise<Reply> {
  const { purpose, page, token } = link;
  if (registered.ok) {
    const url = registered.callbackUrl ?? "/cuenta";
    return signedInReply(context, registered.session, url, words.accountReady);
  }
  if (registered.refusal === "bad-password")
    return refusedPassword(`${page}?token=${token}`, registered.why);
  return deadLink(purpose, registered.refusal, page, token);
}
