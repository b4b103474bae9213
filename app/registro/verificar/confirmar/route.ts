import { knownBrowserOf } from "@/lib/http/context";
import { requireCookies } from "@/lib/http/cookies-required";
import { countingSignIn } from "@/lib/http/count-sign-in";
import { endpoint } from "@/lib/http/endpoint";
import { optionalPasswordField, tokenField, wrongFields } from "@/lib/http/fields";
import { confirmWithPassword } from "@/lib/registration/with-password";
import { withQuery } from "@/lib/routes";
import { registeredReply } from "../../registered";

const PAGE = "/registro/verificar";

/** The address is proved. */
const confirm = requireCookies(PAGE, (context) =>
  countingSignIn("registration", async () => {
    const token = tokenField(context);
    const password = optionalPasswordField(context);
    if (!password.ok) return wrongFields(withQuery(PAGE, { token }), { password });
    const confirmed = await confirmWithPassword({
      token,
      password: password.value,
      browser: knownBrowserOf(context),
      client: context.client,
    });
    return registeredReply(confirmed, context, { purpose: "registration", page: PAGE, token });
  }),
);

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(confirm);
