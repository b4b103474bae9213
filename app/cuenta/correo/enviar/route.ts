import { requestEmailChange } from "@/lib/email-change/request";
import { endpoint } from "@/lib/http/endpoint";
import { emailField, wrongFields } from "@/lib/http/fields";
import { forReauthenticatedUser } from "@/lib/http/for-user";
import { deliveredReply } from "@/lib/http/sent-mail";
import { messages } from "@/lib/messages/messages";

const PAGE = "/cuenta/correo";

/** Another address, once its mailbox has confirmed it. */
const send = forReauthenticatedUser(PAGE, async (context, user) => {
  const email = emailField(context);
  if (!email.ok) return wrongFields(PAGE, { email });
  if (email.value === user.address)
    return wrongFields(PAGE, { email: { ok: false, sentence: messages().replies.emailSame } });
  const delivered = await requestEmailChange(user, email.value, context.client);
  return deliveredReply(delivered, "email-change", email.value, context);
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(send);
