import { endpoint } from "@/lib/http/endpoint";
import { nameField, wrongFields } from "@/lib/http/fields";
import { forUser } from "@/lib/http/for-user";
import { messages } from "@/lib/messages/messages";
import { renamePasskey } from "@/lib/passkey/rename";
import { isUuid } from "@/lib/uuid";
import { PAGE, wrong } from "../replies";

const rename = forUser(PAGE, async (context, user) => {
  const { replies, passkeys } = messages();
  const { passkeyRenamed, passkeyGone } = replies;
  const id = context.form.get("id") ?? "";
  const name = nameField(context, passkeys.nameRefused);
  if (!name.ok) return wrongFields(isUuid(id) ? `${PAGE}?nombrar=${id}` : PAGE, { name });
  if (!(await renamePasskey(user, id, name.value, context.client)))
    return wrong({ id: passkeyGone });
  return { ok: true, url: PAGE, notice: passkeyRenamed };
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(rename);
