import { clearCookie } from "@/lib/http/cookies";
import { endpoint } from "@/lib/http/endpoint";
import { forUser } from "@/lib/http/for-user";
import { messages } from "@/lib/messages/messages";
import { closeSession } from "@/lib/session/close";

const PAGE = "/cuenta";

/** One open session, by its id; one's own is a sign-out. */
const close = forUser(PAGE, async (context, user) => {
  const id = (context.form.get("session") ?? "").toLowerCase(); // a UUID is read in any case (RFC 9562 §4)
  await closeSession(user, id, context.client);
  if (id !== user.session.id)
    return { ok: true, url: PAGE, notice: messages().replies.sessionClosed };
  return {
    ok: true,
    url: "/login",
    notice: messages().replies.signedOut,
    cookies: [clearCookie("session")],
  };
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(close);
