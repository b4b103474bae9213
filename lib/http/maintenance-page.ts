import { BRAND, DARK, LIGHT, LOGO_URL } from "../config/brand";
import { settings } from "../config/settings";
import { requestId } from "../log/request-id";
import { escapeHtml } from "../mail/escape";
import { fill } from "../messages/fill";
import { messages } from "../messages/messages";
import { languageHeaders, pageHeaders } from "./headers";

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

/** Styles are inline, since nothing else may be reachable. */
function plainPage(said: Words) {
  const ours = pageHeaders("/");
  const nonce = /'nonce-([^']+)'/.exec(ours["content-security-policy"])?.[1] ?? "";
  const headers = {
    ...ours,
    ...languageHeaders(),
    // it may stand at an address that holds a token
    "referrer-policy": "no-referrer",
    "content-type": "text/html; charset=utf-8",
  };
  return { body: document(nonce, said), headers };
}

function document(nonce: string, { title, lead, note, again }: Words): string {
  const { lang, screen } = messages();
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title} · ${escapeHtml(BRAND.name)}</title><style nonce="${nonce}">${STYLE}</style></head><body><main><img src="${LOGO_URL}" width="40" height="40" alt=""><h1>${title}</h1><p>${lead}</p><p class="again">${note}</p><a href="${again}">${screen.fault.again}</a>${links()}</main></body></html>`;
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

const STYLE = `:root{color-scheme:light dark}body{margin:0;min-height:100dvh;display:grid;place-items:center;background:${LIGHT.bg};color:${LIGHT.body};font:400 1rem/1.5 system-ui,sans-serif}main{box-sizing:border-box;max-width:480px;margin:20px;padding:32px 40px 36px;background:${LIGHT.surface};border:1px solid ${LIGHT.line};border-radius:16px}h1{margin:24px 0 0;color:${LIGHT.ink};font-size:1.625rem;line-height:2rem;letter-spacing:-.02em}p{margin:8px 0 0}.again{margin-top:20px;color:${LIGHT.muted};font-size:.9375rem}ul{display:flex;gap:20px;margin:20px 0 0;padding:0;list-style:none;font-size:.9375rem}ul:empty{display:none}ul a{padding:4px 0;color:${LIGHT.link}}main>a{display:block;margin-top:24px;padding:12px;border-radius:10px;background:${LIGHT.action};color:${LIGHT["on-action"]};font-weight:650;text-align:center;text-decoration:none}a:focus-visible{outline:2px solid ${LIGHT.focus};outline-offset:2px}@media(prefers-color-scheme:dark){body{background:${DARK.bg};color:${DARK.body}}main{background:${DARK.surface};border-color:${DARK.line}}h1{color:${DARK.ink}}.again{color:${DARK.muted}}ul a{color:${DARK.link}}main>a{background:${DARK.action};color:${DARK["on-action"]}}}`;
