import { limits } from "../config/limits";

/** `wrong` names the fields that came twice or are no text. */
export type Form = { values: Map<string, string>; wrong: string[] };
export type ReadForm =
  | { ok: true; form: Form }
  | { ok: false; status: 400 | 413 | 415; error: "Malformed" | "TooBig" | "WrongType" };

const TOO_BIG = { ok: false, status: 413, error: "TooBig" } as const;
const MALFORMED = { ok: false, status: 400, error: "Malformed" } as const;
const WRONG_TYPE = { ok: false, status: 415, error: "WrongType" } as const;

/** A form or a JSON object, at most 16 KiB, in UTF-8. */
export async function readForm(request: Request): Promise<ReadForm> {
  const [type = ""] = (request.headers.get("content-type") ?? "").toLowerCase().split(";");
  const body = await readBody(request);
  if (body === null) return TOO_BIG;
  if (body.length === 0) return { ok: true, form: { values: new Map(), wrong: [] } };
  const text = decode(body);
  if (text === null) return MALFORMED;
  switch (type.trim()) {
    case "application/x-www-form-urlencoded":
      return { ok: true, form: single(new URLSearchParams(text)) };
    case "application/json": {
      const entries = entriesOf(text);
      return entries ? { ok: true, form: single([...entries, ...repeatedIn(text)]) } : MALFORMED;
    }
    default:
      return WRONG_TYPE;
  }
}

async function readBody(request: Request): Promise<Buffer | null> {
  if (Number(request.headers.get("content-length")) > limits.bodyLargestBytes) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  // counted while it streams: a declared length may be wrong or missing
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limits.bodyLargestBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decode(body: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

function entriesOf(json: string): [string, unknown][] | null {
  try {
    const value: unknown = JSON.parse(json);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? Object.entries(value) : null;
  } catch {
    return null;
  }
}

/** JSON.parse keeps the last of two fields of one name, where a form keeps none (RFC 8259 §4). */
function repeatedIn(json: string): [string, unknown][] {
  const keys = [...json.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?/g)]
    .filter(([, , colon]) => colon)
    .map(([, quoted = ""]) => String(JSON.parse(quoted)));
  return keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => [key, null]);
}

function single(entries: Iterable<[string, unknown]>): Form {
  const values = new Map<string, string>();
  const wrong = new Set<string>();
  for (const [name, value] of entries) {
    if (values.has(name) || typeof value !== "string") wrong.add(name);
    else values.set(name, value);
  }
  for (const name of wrong) values.delete(name);
  return { values, wrong: [...wrong] };
}
