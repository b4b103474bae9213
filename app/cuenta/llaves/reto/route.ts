import { endpoint } from "@/lib/http/endpoint";
import { forReauthenticatedUser, sessionRequired } from "@/lib/http/for-user";
import { creationOptions } from "@/lib/passkey/options";
import { PAGE, passkeysFull } from "../replies";

/** What a browser makes a passkey by. `silent`: without asking anybody. */
const challenge = forReauthenticatedUser(PAGE, async (context, user) => {
  const options = await creationOptions(user, context.form.get("silent") === "true");
  if (options === "full") return passkeysFull();
  return options ? { ok: true, url: PAGE, more: { options } } : sessionRequired(PAGE);
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(challenge);
