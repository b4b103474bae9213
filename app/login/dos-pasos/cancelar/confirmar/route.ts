import { deadLink } from "@/lib/http/dead-link";
import { endpoint } from "@/lib/http/endpoint";
import { tokenField } from "@/lib/http/fields";
import { signedInUser, unlessOtherUser } from "@/lib/http/for-user";
import { messages } from "@/lib/messages/messages";
import { callOffByLink } from "@/lib/second-step/call-off";

const PAGE = "/login/dos-pasos/cancelar";

/** The second step stays on; no session opens or ends. */
const callOff = unlessOtherUser(async (context) => {
  const token = tokenField(context);
  const calledOff = await callOffByLink(token, context.client);
  if (!calledOff.ok) return deadLink("lost-phone", calledOff.refusal, PAGE, token);
  const url = (await signedInUser(context)) ? "/cuenta" : "/login";
  return { ok: true, url, notice: messages().replies.recoveryCancelled };
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(callOff);
