import type { Banner } from "@/lib/messages/banner";
import type { Saying } from "./saying";

/** An endpoint's reply to a program. */
export type Reply =
  | { kind: "done"; url: string }
  | { kind: "fields"; fields: Record<string, string> }
  /** what this page says */
  | { kind: "notice"; error: string; notice: Banner }
  /** another page says it */
  | { kind: "elsewhere"; url: string };

/** For no reply: the server was not reached, or a proxy in between replied. */
type Unsaid = Pick<Saying, "offline" | "unreadable">;

/** Sends a form as the browser would, and reads the reply's JSON. Never throws. @param submitter the pressed button */
export async function sendForm(
  form: HTMLFormElement,
  unsaid: Unsaid,
  submitter?: HTMLElement | null,
): Promise<Reply> {
  const body = bodyOf(form);
  if (submitter instanceof HTMLButtonElement && submitter.name)
    body.append(submitter.name, submitter.value);
  try {
    const first = await post(form.action, body, unsaid);
    // that answer brought a cookie: where it is kept, the page had only lost its own
    return isRefused(first, "CookiesRefused") ? await post(form.action, body, unsaid) : first;
  } catch {
    return { kind: "notice", error: "Offline", notice: unsaid.offline };
  }
}

/** What a form holds, as the browser would send it. */
export function bodyOf(form: HTMLFormElement): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === "string") body.append(name, value);
  return body;
}

async function post(action: string, body: URLSearchParams, unsaid: Unsaid): Promise<Reply> {
  const headers = { accept: "application/json" };
  const response = await fetch(action, { method: "POST", headers, body });
  return replyFrom(response.ok, await response.json().catch(() => null), unsaid);
}

const isRefused = (reply: Reply, error: string) => reply.kind === "notice" && reply.error === error;

/** A reply of ours has a known shape; only a proxy in between may send another. */
function replyFrom(ok: boolean, said: JsonReply | null, { unreadable }: Unsaid): Reply {
  const { error = "Default", url, fields, notice, message } = said ?? {};
  if (ok && url) return { kind: "done", url };
  if (fields) return { kind: "fields", fields };
  if (notice) return { kind: "notice", error, notice };
  if (url) return { kind: "elsewhere", url };
  const bare = message ? ({ tone: "danger", text: message } as const) : unreadable;
  return { kind: "notice", error, notice: bare };
}

type JsonReply = {
  error?: string;
  message?: string;
  url?: string;
  fields?: Record<string, string>;
  notice?: Banner;
};
