import { clearCookie } from "@/lib/http/cookies";
import { endpoint } from "@/lib/http/endpoint";
import { forUser } from "@/lib/http/for-user";
import { messages } from "@/lib/messages/messages";
import { closeAllSessions } from "@/lib/session/close";

const PAGE = "/cuenta";
const QUESTION = "/cuenta/sesiones";

/**
 * Every open session, this one too, without a proof: who was robbed is in a hurry. A person is asked first, a program
 * is not.
 */
const closeAll = forUser(PAGE, async (context, user) => {
  const sure = context.program || context.form.get("confirmed") === "yes";
  if (!sure) return { ok: true, url: QUESTION };
  await closeAllSessions(user, { client: context.client });
  const cookies = [clearCookie("session")];
  return { ok: true, url: "/login", notice: messages().replies.allSessionsClosed, cookies };
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(closeAll);
