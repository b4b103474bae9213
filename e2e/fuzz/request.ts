import type { CookieKind } from "@/lib/http/cookies";
import type { Value } from "./hostile";

export type Field = [name: string, value: Value];

/** How a form is written down. */
export const BODIES = [
  "form",
  "raw form",
  "json",
  "json of other types",
  "multipart",
  "latin1",
  "none",
] as const;
/** How its length is told. */
export const FRAMINGS = [
  "length",
  "chunked",
  "shorter",
  "longer",
  "both",
  "twice",
  "bad chunk",
  "untold",
] as const;
/** By what it proves where it comes from. */
export const PROOFS = [
  "fetch",
  "origin",
  "token",
  "cross-site",
  "foreign",
  "null",
  "nothing",
] as const;

/** One request, of which every part may be wrong. */
export type Fuzzed = {
  method: string;
  path: string;
  query: Field[];
  rawQuery: string;
  fields: Field[];
  body: (typeof BODIES)[number];
  type: string[];
  framing: (typeof FRAMINGS)[number];
  proof: (typeof PROOFS)[number];
  program: boolean;
  signedIn: boolean;
  cookies: [name: string, value: Value][];
  headers: [name: string, value: string][];
  /** where Next's own router says that the browser is, when it is the one who asks */
  tree?: string;
};

export const FORM = "application/x-www-form-urlencoded";
export const COOKIES: CookieKind[] = [
  "session",
  "csrf",
  "asked",
  "sent",
  "form",
  "google",
  "device",
  "last",
];
