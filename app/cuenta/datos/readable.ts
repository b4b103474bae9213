import { createHash } from "node:crypto";
import { DARK, LIGHT } from "@/lib/config/brand";
import { escapeHtml } from "@/lib/mail/escape";
import type { Messages } from "@/lib/messages/catalogue";
import { fill } from "@/lib/messages/fill";
import { dateAndHourOf } from "@/lib/messages/hour";
import { momentText } from "@/lib/messages/moment";
import { reader } from "@/lib/messages/reader";
import { ZONE } from "@/lib/messages/zone";
import { authenticatorOf } from "@/lib/passkey/authenticators/name";
import type { UserExport } from "@/lib/user/export";
import { sentenceOf } from "../activity-text";
import { withOrigin } from "../origin";

type Cell = string | Date | null;

/** The same as the JSON, to be read: one HTML file that needs nothing else and runs nothing. */
export function readable(data: UserExport, now: Date, messages: Messages): string {
  const { account: say, activity: happened, lang } = messages;
  const { copy } = say;
  const when = momentsIn(messages);
  const told = <T extends Parameters<typeof withOrigin>[0]>(rows: T[]) =>
    rows.map((row) => withOrigin(row, messages));
  const { email, name, emailVerified, createdAt } = data.account;
  const table = (title: string, heads: string[], rows: Cell[][]) =>
    section(title, rows.length > 0 ? tableOf(heads, rows, when) : `<p>${copy.none}</p>`);
  const pairs: [string, Cell][] = [
    [copy.email, email],
    [copy.name, name],
    [copy.emailVerified, emailVerified],
    [copy.createdAt, createdAt],
    [copy.secondStep, data.secondStep.onSince],
  ];
  const parts = [
    section(copy.account, pairsOf(pairs, when)),
    table(
      copy.linkedAccounts,
      [copy.provider, copy.email, copy.linkedAt],
      data.linkedAccounts.map((one) => [one.provider, one.address, one.createdAt]),
    ),
    table(
      copy.passkeys,
      [copy.name, copy.authenticator, copy.backedUp, copy.addedAt, copy.lastUsedAt],
      data.passkeys.map((one) => [
        one.name,
        authenticatorOf(one.aaguid) ?? one.aaguid,
        one.backedUp ? copy.yes : copy.no,
        one.createdAt,
        one.lastUsedAt,
      ]),
    ),
    table(
      copy.sessions,
      [copy.device, copy.where, copy.method, copy.openedAt, copy.lastUsedAt, copy.endedAt],
      told(data.sessions).map((one) => [
        one.device,
        one.where,
        methodOf(one.method, say.sessions.methods),
        one.createdAt,
        one.lastUsedAt,
        one.endedAt,
      ]),
    ),
    table(
      copy.trustedDevices,
      [copy.device, copy.where, copy.trustedAt, copy.lastUsedAt, copy.trustedUntil],
      told(data.trustedDevices).map((one) => [
        one.device,
        one.where,
        one.createdAt,
        one.lastUsedAt,
        one.expires,
      ]),
    ),
    table(
      copy.emailChanges,
      [copy.at, copy.oldEmail, copy.newEmail, copy.undoneAt],
      data.emailChanges.map((one) => [one.at, one.oldAddress, one.newAddress, one.undoneAt]),
    ),
    table(
      copy.activity,
      [copy.at, copy.event, copy.device, copy.where],
      told(data.activity).map((one) => [one.at, sentenceOf(one, happened), one.device, one.where]),
    ),
  ];
  const lead = fill(copy.lead, { moment: dateAndHourOf(now) });
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${STYLE_HASH}'">
<title>${escapeHtml(copy.title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escapeHtml(copy.title)}</h1><p>${escapeHtml(lead)}</p>
${parts.join("\n")}
</main></body></html>
`;
}

const momentsIn =
  ({ screen: { moments } }: Messages) =>
  (moment: Date) =>
    (["date", "hour"] as const)
      .map((shape) => momentText(moment, shape, moments, reader().timeZone ?? ZONE))
      .join(", ");

type When = ReturnType<typeof momentsIn>;

const methodOf = (method: string, methods: Record<string, string>) => methods[method] ?? method;

const section = (title: string, content: string) =>
  `<section><h2>${escapeHtml(title)}</h2>${content}</section>`;

function cell(value: Cell, when: When): string {
  if (value === null) return "–";
  if (typeof value === "string") return `<bdi>${escapeHtml(value)}</bdi>`;
  return `<time datetime="${value.toISOString()}">${escapeHtml(when(value))}</time>`;
}

const pairsOf = (pairs: [string, Cell][], when: When) =>
  `<dl>${pairs.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${cell(value, when)}</dd>`).join("")}</dl>`;

function tableOf(heads: string[], rows: Cell[][], when: When): string {
  const head = heads.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join("");
  const body = rows.map(
    (row) => `<tr>${row.map((value) => `<td>${cell(value, when)}</td>`).join("")}</tr>`,
  );
  return `<div><table><thead><tr>${head}</tr></thead><tbody>
${body.join("\n")}
</tbody></table></div>`;
}

const STYLE = `:root{color-scheme:light dark}body{margin:0;background:${LIGHT.bg};color:${LIGHT.body};font:400 1rem/1.5 system-ui,sans-serif}main{max-width:1120px;margin:0 auto;padding:32px 20px}h1,h2,th,dd{color:${LIGHT.ink}}h1{margin:0;font-size:1.75rem;line-height:2.25rem}section{margin-top:20px;padding:4px 20px 20px;background:${LIGHT.surface};border:1px solid ${LIGHT.line};border-radius:16px}h2{font-size:1.125rem}dl{display:grid;grid-template-columns:minmax(0,auto) minmax(0,1fr);gap:6px 20px;margin:0}dd{margin:0;overflow-wrap:anywhere}section>p{margin:0}time{white-space:nowrap}div{overflow-x:auto}table{width:100%;border-collapse:collapse;font-size:.9375rem}th,td{padding:8px 16px 8px 0;border-top:1px solid ${LIGHT.line};text-align:start;vertical-align:top}@media(prefers-color-scheme:dark){body{background:${DARK.bg};color:${DARK.body}}h1,h2,th,dd{color:${DARK.ink}}section{background:${DARK.surface};border-color:${DARK.line}}th,td{border-color:${DARK.line}}}`;
const STYLE_HASH = `sha256-${createHash("sha256").update(STYLE).digest("base64")}`;
