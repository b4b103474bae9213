import { endpoint } from "@/lib/http/endpoint";
import { forReauthenticatedUser, reauthenticationRequired } from "@/lib/http/for-user";
import { messages } from "@/lib/messages/messages";
import { renewRecoveryCodes } from "@/lib/second-step/enrol";

const PAGE = "/cuenta/dos-pasos";

/** Ten other recovery codes, which the page shows this once. */
const renew = forReauthenticatedUser(PAGE, async (context, user) => {
  const { replies } = messages().twoSteps;
  const renewed = await renewRecoveryCodes(user, context.client);
  if (renewed.ok)
    return { ok: true, url: PAGE, notice: replies.renewed, recoveryCodes: renewed.recoveryCodes };
  if (renewed.refusal === "not-reauthenticated") return reauthenticationRequired(PAGE);
  const error = "SecondStepEnded";
  return { ok: false, status: 401, error, url: PAGE, notice: replies.alreadyOff, anew: true };
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(renew);
