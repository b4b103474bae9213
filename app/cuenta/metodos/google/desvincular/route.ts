import { unlinkGoogle } from "@/lib/google/methods";
import { endpoint } from "@/lib/http/endpoint";
import { forReauthenticatedUser, reauthenticationRequired } from "@/lib/http/for-user";
import { words } from "@/lib/messages/words";

const PAGE = "/cuenta";

const unlink = forReauthenticatedUser(PAGE, async (context, user) => {
  const unlinked = await unlinkGoogle(user, context.client);
  if (unlinked === "unproved") return reauthenticationRequired(PAGE);
  return { ok: true, url: PAGE, notice: words.googleUnlinked };
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(unlink);
