import type { RequestContext } from "@/lib/http/context";
import { endpoint } from "@/lib/http/endpoint";
import { forReauthenticatedUser, reauthenticationRequired } from "@/lib/http/for-user";
import { messages } from "@/lib/messages/messages";
import { removePasskey } from "@/lib/passkey/remove";
import { isUuid } from "@/lib/uuid";
import { PAGE } from "../replies";

/**
 * A person is asked first, a program is not. The page tells the browser which are left: `accepted` is what
 * `signalAllAcceptedCredentials()` takes.
 */
const remove = forReauthenticatedUser(questionOf, async (context, user) => {
  const sure = context.program || context.form.get("confirmed") === "yes";
  if (!sure) return { ok: true, url: questionOf(context) };
  const accepted = await removePasskey(user, context.form.get("id") ?? "", context.client);
  if (accepted === "not-reauthenticated") return reauthenticationRequired(PAGE);
  return { ok: true, url: PAGE, notice: messages().replies.passkeyRemoved, more: { accepted } };
});

function questionOf({ form }: RequestContext): string {
  const id = form.get("id") ?? "";
  return isUuid(id) ? `${PAGE}?eliminar=${id}` : PAGE;
}

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(remove);
