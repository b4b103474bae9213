import * as z from "zod";
import { seal, unseal } from "../crypto";
import type { Banner } from "../messages/banner";
import { sha256 } from "../secrets";
import { type CookieKind, setCookie } from "./cookies";

const LIFE_SECONDS = 120;
const GIVEN_BACK = new Set(["email", "name"]);
/** of JSON: a cookie holds 4 KB */
const LONGEST_VALUE_BYTES = 1000;

const memory = z.object({
  page: z.string(),
  /** hash of the session cookie; whoever signed in or out since is not spoken to */
  session: z.string(),
  values: z.record(z.string(), z.string()),
  fields: z.record(z.string(), z.string()),
  notice: z
    .object({
      tone: z.enum(["danger", "warn", "ok", "info"]),
      text: z.string(),
      link: z.object({ href: z.string(), text: z.string() }).optional(),
    })
    .nullable(),
  recoveryCodes: z.array(z.string()).optional(),
});

/** What a form leaves for its page: typed values and sentences where it was refused, or what is shown there once. */
export type Flash = z.infer<typeof memory>;

type Said = {
  /** the path of the page */
  page: string;
  /** the session cookie that the browser has on that page; undefined where there is none */
  session: string | undefined;
  typed: ReadonlyMap<string, string>;
  fields: Record<string, string>;
  notice: Banner | null;
  recoveryCodes?: string[] | undefined;
};

/** Encrypted, for two minutes, that page and that session alone. @returns `Set-Cookie` */
export async function writeFlash({ page, session, typed, ...said }: Said): Promise<string> {
  const kept = [...typed].filter(
    ([name, value]) =>
      GIVEN_BACK.has(name) && Buffer.byteLength(JSON.stringify(value)) <= LONGEST_VALUE_BYTES,
  );
  const values = Object.fromEntries(kept);
  const flash: Flash = { page, session: hashOf(session), values, ...said };
  return setCookie("form", await seal("form", flash), LIFE_SECONDS);
}

/** Null where there is none for this page and this session. @param cookie the request's, by its kind */
export async function readFlash(
  page: string,
  cookie: (kind: CookieKind) => string | undefined,
): Promise<Flash | null> {
  const recalled = await unseal("form", cookie("form"), memory);
  if (recalled?.page !== page) return null;
  return recalled.session === hashOf(cookie("session")) ? recalled : null;
}

const hashOf = (session = "") => sha256(session);

/**
 * What a request does with the flash of its page. `shows`: a page that is loaded, which ends it. `ends`: a script asks for the
 * page anew, and has said it already. `leaves`: nobody looks (HEAD; prefetch and prerender, Fetch Metadata).
 */
export function readingOf({
  method,
  headers,
}: {
  method: string;
  headers: Headers;
}): "shows" | "ends" | "leaves" {
  if (
    method !== "GET" ||
    BEFOREHAND.some((name) => /prefetch|preview/.test(headers.get(name) ?? ""))
  )
    return "leaves";
  // older browsers do not say it, nor does any outside of a secure context
  return (headers.get("sec-fetch-dest") ?? "document") === "document" ? "shows" : "ends";
}

/** Browsers' own, and older names of it. */
const BEFOREHAND = ["sec-purpose", "purpose", "x-purpose", "x-moz"];
