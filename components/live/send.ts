/** What a door says to a program. */
export type Reply =
  | { kind: "done"; url: string }
  | { kind: "fields"; fields: Record<string, string> }
  | { kind: "refused"; error: string; url: string | null; count: number }
  | { kind: "offline" };

/** Sends a form as the browser would, and reads the door's JSON. Never throws. */
export async function sendForm(form: HTMLFormElement): Promise<Reply> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === "string") body.append(name, value);
  try {
    const first = await post(form.action, body);
    // that answer brought a cookie: where it is kept, the page had only lost its own
    return isRefused(first, "CookiesRefused") ? await post(form.action, body) : first;
  } catch {
    return { kind: "offline" };
  }
}

async function post(action: string, body: URLSearchParams): Promise<Reply> {
  const headers = { accept: "application/json" };
  const response = await fetch(action, { method: "POST", headers, body });
  return replyFrom(response.ok, await response.json().catch(() => null));
}

const isRefused = (reply: Reply, error: string) =>
  reply.kind === "refused" && reply.error === error;

function replyFrom(ok: boolean, json: unknown): Reply {
  const said = isRecord(json) ? json : {};
  const url = typeof said.url === "string" ? said.url : null;
  if (ok && url) return { kind: "done", url };
  if (isRecord(said.fields)) return { kind: "fields", fields: stringsIn(said.fields) };
  return {
    kind: "refused",
    error: typeof said.error === "string" ? said.error : "Default",
    url,
    count: Number(said.triesLeft ?? said.retryAfter ?? 0),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const stringsIn = (record: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => {
      return typeof entry[1] === "string";
    }),
  );
