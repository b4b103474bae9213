import { endpoint } from "@/lib/http/endpoint";
import { nameField, wrongFields } from "@/lib/http/fields";
import { forUser } from "@/lib/http/for-user";
import { messages } from "@/lib/messages/messages";
import { rename } from "@/lib/user/rename";

const PAGE = "/cuenta";

const saveName = forUser(PAGE, async (context, user) => {
  const name = nameField(context);
  if (!name.ok) return wrongFields(PAGE, { name });
  await rename(user, name.value, context.client);
  return { ok: true, url: PAGE, notice: messages().replies.nameSaved };
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(saveName);
