import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
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
  const documents = allDocuments(languages);
  for (const one of documents)
    await writeFile(join(root, FOLDER, fileOf(one)), await renderDocument(one));
  const rules = documents.flatMap((one) =>
    askedFor(one.language, languages).map((asked) => {
      const when = { source: one.path, ...both(asked, lastUsed(one)) };
      return {
        rewrite: { ...when, destination: `/documents/${fileOf(one)}` },
        headers: { ...when, headers: headersOf(one) },
      };
    }),
  );
  const said = {
    rewrites: rules.map(({ rewrite }) => rewrite),
    headers: rules.map(({ headers }) => headers),
  };
  await writeFile(join(root, FOLDER, "rules.json"), JSON.stringify(said));
}

const fileOf = ({ path, language, last }: DocumentRequest) =>
  `${[path.slice(1).replace("/", "-"), language, last].filter(Boolean).join(".")}.html`;

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

const both = (one: When, other: When): When => ({
  has: [...one.has, ...other.has],
  missing: [...ALONE, ...one.missing, ...other.missing],
});

function headersOf({ path, language }: DocumentRequest) {
  const named = {
    ...withReader({ language, timeZone: null }, () => pageHeaders(path)),
    ...languageHeaders(language),
    ...DOCUMENT_CACHE,
  };
  return Object.entries(named).map(([key, value]) => ({ key, value: String(value) }));
}
