import { recordActivity } from "@/lib/activity/record";
import type { RequestContext } from "@/lib/http/context";
import { endpoint } from "@/lib/http/endpoint";
import { forReauthenticatedUser } from "@/lib/http/for-user";
import type { Reply } from "@/lib/http/reply";
import { danger } from "@/lib/messages/banner";
import { messages } from "@/lib/messages/messages";
import { exportUser } from "@/lib/user/export";
import { readable } from "./readable";

const FILE = "mis-datos";

/** One's own data as a file, JSON or a page to read; the activity says that it was taken. */
const download = forReauthenticatedUser(pageOf, async (context, user) => {
  const format = formatOf(context);
  if (format === null) return wrongFormat();
  const { id: userId, address } = user;
  await recordActivity({ event: "data-downloaded", address, userId, client: context.client });
  const data = await exportUser(user);
  const file =
    format === "html"
      ? ({
          name: `${FILE}.html`,
          type: "text/html",
          content: readable(data, new Date(), messages()),
        } as const)
      : ({
          name: `${FILE}.json`,
          type: "application/json",
          content: JSON.stringify(data, null, 2),
        } as const);
  return { ok: true, url: "/cuenta", file };
});

/** @returns null where it is none of ours */
function formatOf({ form, wrong }: RequestContext): "json" | "html" | null {
  const format = wrong.includes("format") ? "" : (form.get("format") ?? "json");
  return format === "json" || format === "html" ? format : null;
}

/** Where the person chooses, with what they chose. */
function pageOf(context: RequestContext): string {
  return formatOf(context) === "html" ? "/cuenta?formato=html#datos" : "/cuenta#datos";
}

function wrongFormat(): Reply {
  const text = messages().account.data.wrongFormat;
  const fields = { format: text };
  return {
    ok: false,
    status: 422,
    error: "WrongField",
    url: "/cuenta",
    fields,
    notice: danger(text),
  };
}

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(download);
