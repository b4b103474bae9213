import { endpoint } from "@/lib/http/endpoint";
import { nameField, wrongFields } from "@/lib/http/fields";
import { forUser } from "@/lib/http/for-user";
import { messages } from "@/lib/messages/messages";
import { renamePasskey } from "@/lib/passkey/rename";
import { PAGE, wrong } from "../replies";

const rename = forUser(PAGE, async (context, user) => {
  const name = nameField(context);
  if (!name.ok) return wrongFields(PAGE, { name });
  const { passkeyRenamed, passkeyGone } = messages().replies;
  const id = context.form.get("id") ?? "";
  if (!(await renamePasskey(user, id, name.value, context.client)))
    return wrong({ id: passkeyGone });
  return { ok: true, url: PAGE, notice: passkeyRenamed };
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(rename);
