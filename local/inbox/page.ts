import { createHash } from "node:crypto";
import { BRAND, LIGHT } from "@/lib/config/brand";
import { avatar, frame, safe } from "../theme";
import { FAULT_NAMES, type MailFault } from "./faults";
import type { Mail } from "./mail";

// Lists what arrives without losing the place in what is being read.
const LIVE = `new EventSource("/events").onmessage=async()=>{
const page=await(await fetch(location.href)).text(),fresh=new DOMParser().parseFromString(page,"text/html");
for(const id of["list","state"])document.getElementById(id).replaceWith(fresh.getElementById(id))}`;
const LIVE_HASH = createHash("sha256").update(LIVE).digest("base64");

/** The policy of the inbox's own pages. */
export const INBOX_CSP = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${LIVE_HASH}'; connect-src 'self'; font-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** The policy of a mail: it runs nothing and fetches nothing, but its links open. */
export const MAIL_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; sandbox allow-popups allow-popups-to-escape-sandbox";

const MONTHS = "ene feb mar abr may jun jul ago sep oct nov dic".split(" ");

/** The list of mails, newest first, and beside it the one being read. */
export function inboxPage(mails: Mail[], open: Mail | undefined, fault: MailFault): string {
  const title = open
    ? `${open.subject || "(sin asunto)"} · Bandeja de entrada`
    : "Bandeja de entrada";
  return frame(
    title,
    STYLE,
    `<main class="inbox${open ? " reading" : ""}">
<header class="side-top"><div><span class="tag">Correo local · solo para pruebas</span><${open ? "p" : "h1"} class="title">Bandeja de entrada</${open ? "p" : "h1"}></div>${emptying(mails)}</header>
<div class="side">${state(mails, fault)}${list(mails, open)}</div>
<div class="main">${open ? reading(open) : nothingOpen(mails)}</div></main>
<script>${LIVE}</script>`,
  );
}

/** The mail itself, for the frame: its own HTML, or its text with clickable addresses. */
export function mailPage(mail: Mail): string {
  // A link must leave the frame: the product refuses to be shown in one.
  const base = '<base target="_blank">';
  if (!mail.html) {
    const text = safe(mail.text).replace(/https?:\/\/[^\s<]+/g, '<a href="$&">$&</a>');
    return `<!doctype html><html lang="es"><head><meta charset="utf-8">${base}<title>Mensaje</title><style>${TEXT_STYLE}</style></head><body><pre>${text}</pre></body></html>`;
  }
  const head = /<head[^>]*>/i.exec(mail.html);
  if (!head) return `${base}${mail.html}`;
  const end = head.index + head[0].length;
  return mail.html.slice(0, end) + base + mail.html.slice(end);
}

function emptying(mails: Mail[]): string {
  if (mails.length === 0) return "";
  return `<form method="post" action="/vaciar"><button class="quiet">Vaciar</button></form>`;
}

function state(mails: Mail[], { mode, code }: MailFault): string {
  const count = mails.length === 1 ? "1 correo" : `${mails.length} correos`;
  const fault =
    mode === "none"
      ? ""
      : `<p class="fault" role="status">Falla activa: el servidor ${FAULT_NAMES[mode]}${code ? ` (${code})` : ""}.</p>`;
  return `<div id="state"><p class="count small muted">${count}</p>${fault}</div>`;
}

function list(mails: Mail[], open: Mail | undefined): string {
  if (mails.length === 0) {
    return `<p class="none muted" id="list">Aún no hay correos. Cuando ${safe(BRAND.name)} envíe uno, aparecerá aquí.</p>`;
  }
  const items = mails.toReversed().map((mail) => {
    const current = mail.id === open?.id ? ' aria-current="true"' : "";
    return `<li><a class="item" href="/correo/${mail.id}"${current}>${avatar(mail.to[0] ?? "?")}<span class="lines"><span class="who"><span class="to">${safe(mail.to.join(", "))}</span>${when(mail)}</span><span class="subject">${safe(mail.subject || "(sin asunto)")}</span><span class="start small muted">${safe(mail.text.replace(/\s+/g, " ").slice(0, 140))}</span></span></a></li>`;
  });
  return `<ol id="list">${items.join("")}</ol>`;
}

function reading(mail: Mail): string {
  const links = mail.links.map(
    (link) =>
      `<li><a class="wrap" href="${safe(link)}" target="_blank" rel="noopener noreferrer">${safe(link)}</a></li>`,
  );
  return `<article><a class="back" href="/">← Todos los correos</a><h1 class="open">${safe(mail.subject || "(sin asunto)")}</h1>
<dl class="small"><div><dt>Para</dt><dd class="wrap">${safe(mail.to.join(", "))}</dd></div><div><dt>De</dt><dd class="wrap">${safe(mail.from)}</dd></div><div><dt>Recibido</dt><dd>${when(mail)}</dd></div></dl>
<iframe title="Mensaje" src="/correo/${mail.id}/mensaje" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
${links.length ? `<details><summary>Links (${links.length})</summary><ul class="links small">${links.join("")}</ul></details>` : ""}
<details><summary>Solo texto</summary><pre class="small wrap">${safe(mail.text || "(este correo no tiene texto)")}</pre></details></article>`;
}

function nothingOpen(mails: Mail[]): string {
  const words = mails.length
    ? "Elige un correo para leerlo."
    : `Todo lo que ${safe(BRAND.name)} envía llega a esta bandeja. Nada sale de este equipo.`;
  return `<div class="blank"><svg width="112" height="88" viewBox="0 0 112 88" fill="none" stroke-width="2" stroke-linejoin="round" aria-hidden="true"><path class="back-flap" d="M12 32 56 6l44 26v46a4 4 0 0 1-4 4H16a4 4 0 0 1-4-4z"/><path class="paper" d="M28 20h56v36L56 70 28 56z"/><path class="front" d="m12 34 44 28 44-28v44a4 4 0 0 1-4 4H16a4 4 0 0 1-4-4z"/></svg><p class="muted">${words}</p></div>`;
}

function when(mail: Mail): string {
  const at = new Date(mail.at);
  const two = (number: number) => String(number).padStart(2, "0");
  const clock = `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
  const today = at.toDateString() === new Date().toDateString();
  const day = today ? "" : `${at.getDate()} ${MONTHS[at.getMonth()]} `;
  return `<time class="time muted" datetime="${mail.at}">${day}${clock}</time>`;
}

const TEXT_STYLE = `body{margin:0;padding:24px;background:#fff;color:${LIGHT.body};font:16px/1.5 ui-monospace,monospace}pre{margin:0;font:inherit;white-space:pre-wrap;overflow-wrap:anywhere}a{color:${LIGHT.link}}`;

const STYLE = `
.inbox{min-height:100dvh;display:grid;grid-template:"top main" auto "side main" 1fr/minmax(320px,420px) minmax(0,1fr)}
.side-top{grid-area:top;display:flex;justify-content:space-between;align-items:end;gap:12px;padding:24px 20px 12px;background:var(--surface);border-right:1px solid var(--line)}
.title{margin-top:12px;color:var(--ink);font-weight:700;font-size:1.625rem;line-height:2rem;letter-spacing:-.02em}.side{grid-area:side;background:var(--surface);border-right:1px solid var(--line);min-width:0}
.main{grid-area:main;min-width:0;display:grid}
.quiet{min-height:44px;padding:8px 14px;border:1px solid var(--ctl);border-radius:10px;background:var(--surface);color:var(--ink);font-weight:650;font-size:.9375rem;cursor:pointer}.quiet:hover{background:var(--raised);border-color:var(--ctl-hover)}
.count{padding:0 20px 12px}.fault{margin:0 20px 14px;padding:10px 14px;border:1px solid var(--warn-line);border-radius:10px;background:var(--warn-bg);color:var(--warn);font-size:.9375rem;line-height:1.375rem}
.none{padding:24px 20px;border-top:1px solid var(--line)}
.item{display:flex;gap:14px;padding:14px 20px;border-top:1px solid var(--line);border-radius:0;color:var(--body);font-weight:400}.item:hover{background:var(--raised);text-decoration:none}
.item[aria-current]{background:var(--brand-soft);box-shadow:inset 3px 0 var(--brand)}.item:focus-visible{outline-offset:-3px}
#list li:last-child .item{border-bottom:1px solid var(--line)}
.lines{min-width:0;flex:1;display:grid;grid-template-columns:minmax(0,1fr);gap:1px}.who{display:flex;justify-content:space-between;gap:12px;align-items:baseline}
.to,.subject,.start{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.to{color:var(--ink);font-weight:600}.subject{color:var(--ink)}
.time{font-size:.8125rem;font-variant-numeric:tabular-nums;white-space:nowrap}
article{display:flex;flex-direction:column;gap:14px;padding:28px 32px 32px;min-height:100dvh}
.open{font-size:1.375rem;line-height:1.75rem;letter-spacing:-.015em;overflow-wrap:anywhere}.back{display:none}
dl{display:flex;flex-wrap:wrap;gap:4px 24px}dl div{display:flex;gap:8px;min-width:0}dt{color:var(--muted)}dd{color:var(--ink);font-weight:550}dd .time{font-size:inherit;color:inherit}
iframe{flex:1;width:100%;min-height:560px;border:1px solid var(--line);border-radius:16px;background:#fff;box-shadow:var(--shadow)}
details{border:1px solid var(--line);border-radius:10px;background:var(--surface)}summary{padding:10px 14px;color:var(--ink);font-weight:600;font-size:.9375rem;cursor:pointer;border-radius:10px}
details>ul,details>pre{padding:0 14px 14px;margin:0}pre{font-family:ui-monospace,monospace;white-space:pre-wrap}.links{display:grid;gap:8px}
.blank{place-self:center;padding:32px;display:grid;justify-items:center;gap:16px;text-align:center;max-width:40ch}
.back-flap{fill:var(--brand-soft);stroke:var(--link)}.paper{fill:var(--raised);stroke:var(--brand)}.front{fill:var(--surface);stroke:var(--link)}
@media (max-width:859px){.inbox{grid-template:"top" auto "side" 1fr/minmax(0,1fr)}.side,.side-top{border-right:0}
.inbox:not(.reading) .main{display:none}.reading .side,.reading .side-top{display:none}
.inbox.reading{grid-template:"main" 1fr/minmax(0,1fr)}.back{display:inline-flex;align-items:center;min-height:44px;align-self:start}
article{padding:8px 16px 24px}iframe{min-height:65vh;border-radius:12px}}`;
