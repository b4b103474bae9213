import { endpoint } from "@/lib/http/endpoint";
import { forReauthenticatedUser, reauthenticationRequired } from "@/lib/http/for-user";
import { messages } from "@/lib/messages/messages";
import { beginEnrolment } from "@/lib/second-step/enrol";

const PAGE = "/cuenta/dos-pasos";

/** A secret for the app, which the page then shows. */
const begin = forReauthenticatedUser(PAGE, async (_, user) => {
  const begun = await beginEnrolment(user);
  if (begun === "not-reauthenticated") return reauthenticationRequired(PAGE);
  if (begun === "begun") return { ok: true, url: PAGE };
  return { ok: true, url: PAGE, notice: messages().twoSteps.replies.alreadyOn };
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(begin);
