import { limits } from "@/lib/config/limits";
import { endpoint } from "@/lib/http/endpoint";
import { credentialField } from "@/lib/http/fields";
import { forReauthenticatedUser, reauthenticationRequired } from "@/lib/http/for-user";
import { messages } from "@/lib/messages/messages";
import { addPasskey } from "@/lib/passkey/add";
import { PAGE, passkeysFull } from "../replies";

const add = forReauthenticatedUser(PAGE, async (context, user) => {
  // also where the browser was given no challenge for that, and so sends nothing
  if (user.passkeys >= limits.passkeysPerUser) return passkeysFull();
  const { passkeyName: name, passkeyAdded, passkeyNotAdded } = messages().replies;
  const silent = context.form.get("silent") === "true";
  const made = { credential: credentialField(context), silent, name };
  switch (await addPasskey(user, made, context.client)) {
    case "added":
      return { ok: true, url: PAGE, notice: passkeyAdded };
    case "refused":
      return {
        ok: false,
        status: 401,
        error: "PasskeyRefused",
        url: PAGE,
        notice: passkeyNotAdded,
      };
    case "full":
      return passkeysFull();
    case "not-reauthenticated":
      return reauthenticationRequired(PAGE);
  }
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(add);
