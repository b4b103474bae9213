import { endpoint } from "@/lib/http/endpoint";
import { forReauthenticatedUser, reauthenticationRequired } from "@/lib/http/for-user";
import { messages } from "@/lib/messages/messages";
import { turnOffSecondStep } from "@/lib/second-step/enrol";

const PAGE = "/cuenta/dos-pasos";

const turnOff = forReauthenticatedUser(PAGE, async (context, user) => {
  const done = await turnOffSecondStep(user, context.client);
  if (done === "not-reauthenticated") return reauthenticationRequired(PAGE);
  return { ok: true, url: PAGE, notice: messages().twoSteps.replies.off };
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(turnOff);
