import { requireCookies } from "@/lib/http/cookies-required";
import { countingSignIn } from "@/lib/http/count-sign-in";
import { deadLink } from "@/lib/http/dead-link";
import { endpoint } from "@/lib/http/endpoint";
import { passwordField, refusedPassword, tokenField, wrongFields } from "@/lib/http/fields";
import { signedInReply } from "@/lib/http/signed-in";
import { messages } from "@/lib/messages/messages";
import { resetPassword } from "@/lib/recovery/reset";
import { withQuery } from "@/lib/routes";

const PAGE = "/recuperar/nueva";

/** The new password, by the link of a reset. */
const save = requireCookies(PAGE, (context) =>
  countingSignIn("recovery", async () => {
    const token = tokenField(context);
    const page = withQuery(PAGE, { token });
    const password = passwordField(context);
    if (!password.ok) return wrongFields(page, { password });
    const reset = await resetPassword(token, password.value, context.client);
    if (reset.ok) {
      const session = { ...reset.session, last: "password" } as const;
      return signedInReply(context, session, "/cuenta", messages().replies.passwordSaved);
    }
    if (reset.refusal === "bad-password") return refusedPassword(page, reset.why);
    return deadLink("reset", reset.refusal, PAGE, token);
  }),
);

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(save);
