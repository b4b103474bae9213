import { BRAND, LOGO_URL } from "../config/brand";
import { settings } from "../config/settings";
import { requestId } from "../log/request-id";
import { escapeHtml } from "../mail/escape";
import { fill } from "../messages/fill";
import { messages } from "../messages/messages";
import { languageHeaders, pageHeaders } from "./headers";
import { PLAIN_STYLE } from "./plain-style";

const RETRY_SECONDS = 15;

/** The maintenance page, while the database is away; it reloads itself. @param again its link; null for the same URL */
export function maintenancePage(again: string | null): Response {
  const { errors, pages } = messages();
  const { body, headers } = plainPage({
    title: pages.maintenance.away,
    lead: errors.Away.text,
    note: pages.maintenance.retry(RETRY_SECONDS),
    again: again ?? "",
  });
  const refresh = again ? `${RETRY_SECONDS}; url=${again}` : String(RETRY_SECONDS);
  const more = { "retry-after": String(RETRY_SECONDS), refresh };
  return new Response(body, { status: 503, headers: { ...headers, ...more } });
}

/** @param again as above */
export function faultPage(again: string | null): Response {
  return new Response(...faultPageParts(again, requestId()));
}

export function faultPageParts(again: string | null, id: string | undefined) {
  const { fault } = messages().screen;
  const { body, headers } = plainPage({
    title: fault.title,
    lead: fault.lead,
    note: id ? fill(fault.id, { id: `<code>${id}</code>` }) : "",
    again: again ?? "",
  });
  return [body, { status: 500, headers }] as const;
}

type Words = { title: string; lead: string; note: string; again: string };

function plainPage(said: Words) {
  const headers = {
    ...pageHeaders("/"),
    ...languageHeaders(),
    // it may stand at an address that holds a token
    "referrer-policy": "no-referrer",
    "content-type": "text/html; charset=utf-8",
  };
  return { body: document(said), headers };
}

function document({ title, lead, note, again }: Words): string {
  const { lang, screen } = messages();
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title} · ${escapeHtml(BRAND.name)}</title><style>${PLAIN_STYLE}</style></head><body><main><img src="${LOGO_URL}" width="40" height="40" alt=""><h1>${title}</h1><p>${lead}</p><p class="again">${note}</p><a href="${again}">${screen.fault.again}</a>${links()}</main></body></html>`;
}

/** Where somebody who is stuck finds help. */
function links(): string {
  const { supportUrl, statusUrl } = settings();
  const { support, status } = messages().screen.shell.links;
  const all = [
    [supportUrl, support],
    [statusUrl, status],
  ] as const;
  const items = all.map(([url, name]) =>
    url ? `<li><a href="${escapeHtml(url)}" rel="noopener noreferrer">${name}</a></li>` : "",
  );
  return `<ul>${items.join("")}</ul>`;
}
