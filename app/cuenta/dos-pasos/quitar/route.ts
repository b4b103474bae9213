import { endpoint } from "@/lib/http/endpoint";
import { forReauthenticatedUser } from "@/lib/http/for-user";
import { messages } from "@/lib/messages/messages";
import { untrustDevice } from "@/lib/second-step/trust";

const PAGE = "/cuenta/dos-pasos";

/** One trusted device, by its id: from now on it is asked for the code. */
const untrust = forReauthenticatedUser(PAGE, async (context, user) => {
  await untrustDevice(user, context.form.get("device") ?? "", context.client);
  return { ok: true, url: PAGE, notice: messages().twoSteps.replies.untrusted };
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(untrust);
