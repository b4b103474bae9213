import { confirmEmailChange } from "@/lib/email-change/confirm";
import { clearCookie } from "@/lib/http/cookies";
import { deadChange } from "@/lib/http/dead-link";
import { endpoint } from "@/lib/http/endpoint";
import { tokenField } from "@/lib/http/fields";
import { signedInUser, unlessOtherUser } from "@/lib/http/for-user";
import { messages } from "@/lib/messages/messages";

const PAGE = "/cuenta/correo/confirmar";

/** Confirms the new address, from any browser. Signs no user in. */
const confirm = unlessOtherUser(async (context) => {
  const token = tokenField(context);
  const changed = await confirmEmailChange(token, context.client);
  if (!changed.ok) return deadChange("email-change", changed.refusal, PAGE, token);
  const user = await signedInUser(context);
  const notice = messages().replies.emailChanged(changed.address);
  return { ok: true, url: user ? "/cuenta" : "/login", notice, cookies: [clearCookie("sent")] };
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(confirm);
