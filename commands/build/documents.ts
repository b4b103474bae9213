import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { renderDocument } from "@/components/document/documents";
import { readSettings } from "@/lib/config/settings";
import { cookieName } from "@/lib/http/cookies";
import { allDocuments, DOCUMENT_CACHE, type DocumentRequest } from "@/lib/http/documents";
import { languageHeaders, pageHeaders } from "@/lib/http/headers";
import type { Language } from "@/lib/messages/languages";
import { withReader } from "@/lib/messages/reader";

const FOLDER = "public/documents";
/** A request's first language, or none, has the greatest weight (RFC 9110 §12.5.4). */
const FIRST: Record<Language, string> = {
  es: "[eE][sS](?:-[^,;]*)?(?:,.*)?",
  en: "[eE][nN](?:-[^,;]*)?(?:,.*)?",
  "pt-BR": "[pP][tT](?:-[^,;]*)?(?:,.*)?",
};

type Condition = { type: "cookie" | "header" | "query"; key: string; value?: string };
type When = { has: Condition[]; missing: Condition[] };

/** By its value, and not refused (RFC 9110 §12.5.3). */
const TAKES_GZIP: Condition = {
  ...{ type: "header", key: "accept-encoding" },
  value: "(?!.*gzip *; *q=0(?:[.]0*)? *(?:,|$)).*gzip.*",
};
/** One file each: with `no-transform` no host compresses them for us. */
const ENCODINGS = [
  {
    ...{ encoding: "gzip", takes: { has: [TAKES_GZIP], missing: [] } },
    bytes: (html: string) => gzipSync(html, { level: 9 }),
  },
  {
    ...{ encoding: null, takes: { has: [], missing: [TAKES_GZIP] } },
    bytes: (html: string) => Buffer.from(html),
  },
];

/** On such requests a page is made for that request alone; `proxy.ts` says the same. */
const ALONE: Condition[] = [
  { type: "header", key: "cookie", value: ".*ingreso[-.\\d]*\\.(?:session|form)=.*" },
  { type: "header", key: "sec-fetch-mode", value: "(?!navigate$).*" },
  { type: "header", key: "accept", value: "(?!.*text/html).*" },
  ...["content-type", "content-length", "origin"].map((key) => ({ type: "header" as const, key })),
  ...["error", "callbackUrl", "token", "amp;token"].map((key) => ({ type: "query" as const, key })),
];

/**
 * For a serverless host, whose settings are known while it builds: the pages that are the same for everybody as files, and the
 * rules by which the platform serves them without a function (`next.config.mjs` reads them). Elsewhere there are none: there
 * the settings are known at the start alone, and our own server keeps the documents.
 */
export async function buildDocuments(root: string): Promise<void> {
  await rm(join(root, FOLDER), { recursive: true, force: true });
  const read = readSettings();
  if (!read.ok || !read.settings.serverless) return;
  const { languages } = read.settings;
  await mkdir(join(root, FOLDER), { recursive: true });
  const rules: { rewrite: object; headers: object }[] = [];
  for (const one of allDocuments(languages)) {
    const html = await renderDocument(one);
    for (const { encoding, takes, bytes } of ENCODINGS) {
      const file = fileOf(one, encoding);
      await writeFile(join(root, FOLDER, file), bytes(html));
      for (const asked of askedFor(one.language, languages)) {
        const rule = {
          source: one.path,
          ...all({ has: [], missing: ALONE }, asked, lastUsed(one), takes),
        };
        rules.push({
          rewrite: { ...rule, destination: `/documents/${file}` },
          headers: { ...rule, headers: headersOf(one, encoding) },
        });
      }
    }
  }
  const said = {
    rewrites: rules.map(({ rewrite }) => rewrite),
    headers: rules.map(({ headers }) => headers),
  };
  await writeFile(join(root, FOLDER, "rules.json"), JSON.stringify(said));
}

const fileOf = ({ path, language, last }: DocumentRequest, encoding: string | null) =>
  `${[path.slice(1).replace("/", "-"), language, last, encoding].filter(Boolean).join(".")}.html`;

/** By the cookie, else by the first language of the browser, else as the default. */
function askedFor(language: Language, [first]: readonly Language[]): When[] {
  const key = cookieName("language");
  const chosen: Condition = { type: "cookie", key };
  const accepts: Condition = { type: "header", key: "accept-language" };
  return [
    { has: [{ ...chosen, value: language }], missing: [] },
    { has: [{ ...accepts, value: FIRST[language] }], missing: [chosen] },
    ...(language === first ? [{ has: [], missing: [chosen, accepts] }] : []),
  ];
}

/** Only `/login` says which way in was used last. */
function lastUsed({ path, last }: DocumentRequest): When {
  const key = cookieName("last");
  if (path !== "/login") return { has: [], missing: [] };
  return last
    ? { has: [{ type: "cookie", key, value: last }], missing: [] }
    : { has: [], missing: [{ type: "cookie", key }] };
}

const all = (...each: When[]): When => ({
  has: each.flatMap(({ has }) => has),
  missing: each.flatMap(({ missing }) => missing),
});

function headersOf({ path, language }: DocumentRequest, encoding: string | null) {
  const named = {
    ...withReader({ language, timeZone: null }, () => pageHeaders(path)),
    ...languageHeaders(language),
    ...DOCUMENT_CACHE,
    ...(encoding && { "content-encoding": encoding }),
  };
  return Object.entries(named).map(([key, value]) => ({ key, value: String(value) }));
}
