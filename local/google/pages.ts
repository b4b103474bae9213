import { BRAND } from "@/lib/config/brand";
import { avatar, frame, safe } from "../theme";
import { GOOGLE_PASSWORD, type GoogleAccount } from "./accounts";

/**
 * The policy of the pages. A form's answer leads back into the app, and browsers apply `form-action` to
 * that redirect too.
 */
export function googleCsp(origins: string[]): string {
  // a policy has no way to write an IPv6 address (CSP 3 §2.3.1)
  const others = origins.map((origin) => (origin.includes("[") ? "http:" : origin));
  const back = ["'self'", "http://localhost:*", "http://127.0.0.1:*", ...others].join(" ");
  return `default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src data:; form-action ${back}; base-uri 'none'; frame-ancestors 'none'`;
}

const PERSON = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="8.5" r="3.5"/><path d="M5.5 19.5c.8-3.5 3.3-5.2 6.5-5.2s5.7 1.7 6.5 5.2"/></svg>`;
const NOTICE = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="9"/><path d="M12 7.5V13M12 16.3v.1"/></svg>`;

/** The account chooser; `deniedAfter` (seconds) refuses a person who has not chosen by then. */
export function chooserPage(uid: string, accounts: GoogleAccount[], deniedAfter?: number): string {
  const choices = accounts.map(
    ({ sub, name, email }) =>
      `<button class="account" name="sub" value="${safe(sub)}">${avatar(name)}<span class="lines"><span class="name wrap">${safe(name)}</span> <span class="small muted wrap">${safe(email)}</span></span></button>`,
  );
  const leaving =
    deniedAfter === undefined
      ? ""
      : `<meta http-equiv="refresh" content="${deniedAfter};url=/interaction/${uid}/cancelar">`;
  return card(
    "Selecciona una cuenta",
    `${leaving}<form class="list" method="post" action="/interaction/${uid}">${choices.join("")}
<button class="account" formmethod="get" formaction="/interaction/${uid}/otra"><span class="other">${PERSON}</span><span class="name">Usar otra cuenta</span></button>
<div class="end"><p class="tiny muted">Estas cuentas solo existen en este equipo. No se envía nada a Google.</p><button class="quiet" name="cancel" value="1">Cancelar</button></div></form>`,
  );
}

/** Signing in with an address and its password; `refused` says that they were wrong. */
export function signInPage(uid: string, refused?: { email: string }): string {
  const alert = refused
    ? `<p class="alert" role="alert">El correo o la contraseña no coinciden con una cuenta de este Google local. Revísalos e intenta de nuevo.</p>`
    : "";
  const focus = refused ? ["", " autofocus"] : [" autofocus", ""];
  return card(
    "Inicia sesión",
    `<form class="fields" method="post" action="/interaction/${uid}/otra">${alert}
<div class="field"><label for="email">Correo electrónico</label><input id="email" name="email" type="email" required autocomplete="username" autocapitalize="none" spellcheck="false" value="${safe(refused?.email ?? "")}"${focus[0]}></div>
<div class="field"><label for="password">Contraseña</label><input id="password" name="password" type="password" required autocomplete="current-password"${refused ? ' aria-invalid="true"' : ""}${focus[1]}></div>
<div class="row"><a href="/interaction/${uid}">Ver las cuentas</a><button class="primary">Siguiente</button></div></form>`,
  );
}

/** Explains itself when opened by hand. */
export function homePage(accounts: GoogleAccount[]): string {
  const rows = accounts.map(
    ({ name, email }) =>
      `<li class="account">${avatar(name)}<span class="lines"><span class="name wrap">${safe(name)}</span> <span class="small muted wrap">${safe(email)}</span></span></li>`,
  );
  return card(
    "Cuentas de prueba",
    `<ul class="list">${rows.join("")}</ul><div class="end"><p class="tiny muted">Su contraseña es <b>${GOOGLE_PASSWORD}</b>, si no se les dio otra. Estas cuentas solo existen en este equipo.</p></div>`,
    "este servicio hace de Google para",
  );
}

/** What cannot go on: an interrupted sign-in, or a request that no app of ours would make. */
export function troublePage(words: string): string {
  return card("No se pudo continuar", `<p class="trouble">${safe(words)}</p>`);
}

function card(title: string, body: string, lead = "para continuar en"): string {
  return frame(
    `${title} · Google local`,
    STYLE,
    `<main><div class="card"><header><span class="tag">${NOTICE}Google local · solo para pruebas</span><h1>${title}</h1><p class="muted">${lead} <b>${safe(BRAND.name)}</b></p></header>${body}</div></main>`,
  );
}

const STYLE = `
main{min-height:100dvh;display:grid;place-items:center;padding:20px}b{font-weight:650;color:var(--ink)}
.card{width:100%;max-width:448px;background:var(--surface);border:1px solid var(--line);border-radius:24px;padding:28px 0 20px;box-shadow:var(--shadow)}
header{padding:0 28px}h1{margin-top:18px}header p{margin-top:6px}@media (min-width:640px){h1{font-size:1.875rem;line-height:2.25rem}}
.list{margin-top:20px;border-top:1px solid var(--line)}
.account{width:100%;min-height:68px;display:flex;gap:14px;align-items:center;padding:12px 28px;border:0;border-bottom:1px solid var(--line);background:none;color:var(--body);text-align:left;cursor:pointer}
button.account:hover{background:var(--raised)}li.account{cursor:auto}.account:focus-visible{outline-offset:-3px;border-radius:12px}.lines{min-width:0;display:grid}.name{color:var(--ink);font-weight:600}
.other{width:44px;height:44px;border-radius:50%;border:1px dashed var(--ctl);display:grid;place-items:center;color:var(--muted);flex:none}
.end{display:flex;align-items:center;justify-content:space-between;gap:16px;padding:16px 28px 4px}
.quiet{min-height:44px;padding:8px 14px;margin-right:-14px;border:0;border-radius:10px;background:none;color:var(--link);font-weight:650;cursor:pointer}.quiet:hover{background:var(--brand-soft)}
.fields{margin-top:24px;padding:0 28px 8px;display:grid;gap:18px}.field{display:grid;gap:6px}label{color:var(--ink);font-weight:600;font-size:.9375rem;line-height:1.25rem}
input{width:100%;height:48px;padding:0 14px;border:1px solid var(--ctl);border-radius:10px;background:var(--surface);color:var(--ink)}input:hover{border-color:var(--ctl-hover)}input:focus{outline:2px solid var(--focus);outline-offset:-1px}
input[aria-invalid]{border-color:var(--danger);box-shadow:0 0 0 1px var(--danger)}
.row{display:flex;align-items:center;justify-content:space-between;gap:16px;flex-wrap:wrap;margin-top:4px}
.primary{min-height:48px;padding:10px 24px;border:0;border-radius:10px;background:var(--action);color:var(--on-action);font-weight:650;cursor:pointer}.primary:hover{background:var(--action-hover)}
.alert{padding:12px 14px;border:1px solid var(--danger-line);border-radius:10px;background:var(--danger-bg);color:var(--danger);font-size:.9375rem;line-height:1.375rem}
.trouble{padding:20px 28px 12px}`;
