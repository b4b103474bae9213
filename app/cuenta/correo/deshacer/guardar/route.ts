import { undoEmailChange } from "@/lib/email-change/undo";
import { clearCookie } from "@/lib/http/cookies";
import { deadChange } from "@/lib/http/dead-link";
import { endpoint } from "@/lib/http/endpoint";
import { tokenField } from "@/lib/http/fields";
import { signedInUser, unlessOtherUser } from "@/lib/http/for-user";
import { messages } from "@/lib/messages/messages";

const PAGE = "/cuenta/correo/deshacer";

/** Gives the account its old address back, and ends every session. */
const undo = unlessOtherUser(async (context) => {
  const token = tokenField(context);
  const undone = await undoEmailChange(token, context.client);
  if (!undone.ok) return deadChange("email-undo", undone.refusal, PAGE, token);
  // another person who is signed in here stays so
  const other = await signedInUser(context);
  const notice = messages().replies.emailUndone;
  if (other) return { ok: true, url: "/cuenta", notice };
  return { ok: true, url: "/login", notice, cookies: [clearCookie("session")] };
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(undo);
