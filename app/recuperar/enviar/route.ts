import { browserOf } from "@/lib/http/context";
import { requireCookies } from "@/lib/http/cookies-required";
import { endpoint } from "@/lib/http/endpoint";
import { emailField, wrongFields } from "@/lib/http/fields";
import { deliveredReply } from "@/lib/http/sent-mail";
import { recoverPassword } from "@/lib/recovery/request";

const PAGE = "/recuperar";

/** The way to a new password, by mail. */
const send = requireCookies(PAGE, async (context) => {
  const email = emailField(context);
  if (!email.ok) return wrongFields(PAGE, { email });
  const { browser } = browserOf(context);
  const delivered = await recoverPassword(email.value, browser, context.client);
  return deliveredReply(delivered, "reset", email.value, context);
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(send);
