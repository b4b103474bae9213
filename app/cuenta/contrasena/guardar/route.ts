import { endpoint } from "@/lib/http/endpoint";
import { passwordField, refusedPassword, wrongFields } from "@/lib/http/fields";
import { forReauthenticatedUser, reauthenticationRequired } from "@/lib/http/for-user";
import { signedInReply } from "@/lib/http/signed-in";
import { messages } from "@/lib/messages/messages";
import { changePassword } from "@/lib/password/change";

const PAGE = "/cuenta/contrasena";

/** Another password, or the first. */
const savePassword = forReauthenticatedUser(PAGE, async (context, user) => {
  const password = passwordField(context);
  if (!password.ok) return wrongFields(PAGE, { password });
  const changed = await changePassword(user, password.value, context.client);
  if (changed.ok)
    return signedInReply(context, changed.session, "/cuenta", messages().replies.passwordSaved);
  if (changed.refusal === "not-reauthenticated") return reauthenticationRequired(PAGE);
  return refusedPassword(PAGE, changed.why);
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(savePassword);
