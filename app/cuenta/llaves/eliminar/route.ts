import { endpoint } from "@/lib/http/endpoint";
import { forReauthenticatedUser, reauthenticationRequired } from "@/lib/http/for-user";
import { messages } from "@/lib/messages/messages";
import { removePasskey } from "@/lib/passkey/remove";
import { PAGE } from "../replies";

/** The page tells the browser which are left: `accepted` is what `signalAllAcceptedCredentials()` takes. */
const remove = forReauthenticatedUser(PAGE, async (context, user) => {
  const accepted = await removePasskey(user, context.form.get("id") ?? "", context.client);
  if (accepted === "not-reauthenticated") return reauthenticationRequired(PAGE);
  return { ok: true, url: PAGE, notice: messages().replies.passkeyRemoved, more: { accepted } };
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(remove);
