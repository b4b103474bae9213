import { clearCookie } from "@/lib/http/cookies";
import { endpoint } from "@/lib/http/endpoint";
import { forReauthenticatedUser, reauthenticationRequired } from "@/lib/http/for-user";
import { messages } from "@/lib/messages/messages";
import { removeReauthenticatedUser } from "@/lib/user/remove";

const PAGE = "/cuenta/eliminar";

const remove = forReauthenticatedUser(PAGE, async (context, user) => {
  const removed = await removeReauthenticatedUser(user, context.client);
  if (removed === "not-reauthenticated") return reauthenticationRequired(PAGE);
  const cookies = [clearCookie("session")];
  return { ok: true, url: "/login", notice: messages().replies.accountRemoved, cookies };
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(remove);
