import { endpoint } from "@/lib/http/endpoint";
import { forUser, sessionRequired } from "@/lib/http/for-user";
import { messages } from "@/lib/messages/messages";
import { closeOtherSessions } from "@/lib/session/close";

const PAGE = "/cuenta";

/** Every open session but this one, without a proof, as all of them: who was robbed is in a hurry. */
const closeOthers = forUser(PAGE, async (context, user) => {
  const closed = await closeOtherSessions(user, context.client);
  if (closed === "signed-out") return sessionRequired(PAGE);
  const { otherSessionsClosed, noOtherSessions } = messages().replies;
  const notice = closed === "closed" ? otherSessionsClosed : noOtherSessions;
  return { ok: true, url: context.callbackUrl ?? PAGE, notice };
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(closeOthers);
