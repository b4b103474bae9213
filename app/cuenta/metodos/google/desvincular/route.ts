import { unlinkGoogle } from "@/lib/google/link";
import { endpoint } from "@/lib/http/endpoint";
import { forReauthenticatedUser, reauthenticationRequired } from "@/lib/http/for-user";
import { messages } from "@/lib/messages/messages";

const PAGE = "/cuenta";
const BUTTON = "/cuenta#google";

const unlink = forReauthenticatedUser(BUTTON, async (context, user) => {
  const unlinked = await unlinkGoogle(user, context.client);
  if (unlinked === "not-reauthenticated") return reauthenticationRequired(BUTTON);
  return { ok: true, url: PAGE, notice: messages().replies.googleUnlinked };
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(unlink);
