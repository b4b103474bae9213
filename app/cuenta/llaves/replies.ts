import type { Reply } from "@/lib/http/reply";
import { danger } from "@/lib/messages/banner";
import { messages } from "@/lib/messages/messages";
import type { Path } from "@/lib/routes";

export const PAGE: Path = "/cuenta/llaves";

export function passkeysFull(): Reply {
  return wrong({ credential: messages().replies.passkeysFull });
}

/** A sentence of a field that the page does not show. */
export function wrong(fields: Record<string, string>): Reply {
  const notice = danger(Object.values(fields).join(" "));
  return { ok: false, status: 422, error: "WrongField", url: PAGE, fields, notice };
}
