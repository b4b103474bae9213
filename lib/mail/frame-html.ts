import { BRAND, LIGHT as colors } from "../config/brand";
import { messages } from "../messages/messages";
import { escapeHtml } from "./escape";
import { font, sheets } from "./frame-styles";
import type { Letter } from "./letter";

const TABLE = `role="presentation" cellpadding="0" cellspacing="0" border="0"`;
const PILL = "border-radius:10px";

/** Tables and inline styles for Outlook's Word engine; no image, font or script, and no URL but the button's, once. */
export function htmlOf(letter: Letter): string {
  const { subject, preheader, title, button, notes, code, asked, closing, footer } = letter;
  const card = [
    row(32, mark()),
    row(28, heading(title) + paragraph(openingOf(letter))),
    button && row(28, action(button)),
    notes && row(24, list(notes)),
    code && row(24, box("code", codeBox(code))),
    row(28, box("box", askedBox(asked))),
    row(28, ending(closing)),
  ].filter((part) => part !== undefined);

  return `<!doctype html>
<html lang="${messages().lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<meta name="x-apple-disable-message-reformatting">
<title>${escapeHtml(subject)}</title>
<!--[if mso]><style>table{border-collapse:collapse}td,h1,p,a{font-family:'Segoe UI',Arial,sans-serif!important}</style><![endif]-->
${sheets.map((sheet) => `<style>\n${sheet}\n</style>`).join("\n")}
</head>
<body class="bg" style="margin:0;padding:0;background:${colors.bg};-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(preheader)}${blank()}</div>
<table ${TABLE} width="100%" bgcolor="${colors.bg}" class="bg" style="background:${colors.bg}"><tr><td align="center" class="out" style="padding:32px 12px">
<!--[if mso]><table ${TABLE} width="600"><tr><td><![endif]-->
<table ${TABLE} width="100%" bgcolor="${colors.surface}" class="card" style="max-width:600px;background:${colors.surface};border:1px solid ${colors.line};border-radius:16px;border-collapse:separate">
${card.join("\n")}
<tr><td height="32" style="height:32px;line-height:32px;font-size:0">&nbsp;</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
<table ${TABLE} style="max-width:600px"><tr><td align="center" class="mut" style="padding:20px 24px;color:${colors.muted};${font(400, 13, 20)};overflow-wrap:anywhere;text-wrap:balance">${words(footer)}</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

// no line ends within `9:12 a. m.` or `e-mail`
const KEPT = /\d+:\d\d (?:[ap]\. m\.|[AP]M)|(?<![\w@.-])e-mails?\b(?![@.-]\w)/g;
const words = (text: string) =>
  escapeHtml(text).replace(KEPT, `<span style="white-space:nowrap">$&</span>`);

const row = (top: number, inner: string) =>
  `<tr><td class="px" style="padding:${top}px 48px 0">${inner}</td></tr>`;

function mark(): string {
  const tile = `background:${colors.action};${PILL};color:${colors["on-action"]};${font(700, 20, 32)}`;
  const name = `padding-left:10px;color:${colors.ink};${font(700, 22, 32)};letter-spacing:-.5px`;
  return `<table ${TABLE}><tr><td width="32" height="32" align="center" valign="middle" bgcolor="${colors.action}" style="${tile}" aria-hidden="true">${escapeHtml(BRAND.letter)}</td><td class="ink" style="${name}">${escapeHtml(BRAND.name)}</td></tr></table>`;
}

const heading = (title: string) =>
  `<h1 class="ink" style="margin:0;color:${colors.ink};${font(700, 26, 34)};letter-spacing:-.4px">${words(title)}</h1>`;

const paragraph = (text: string) =>
  `<p class="body" style="margin:12px 0 0;color:${colors.body};${font(400, 16, 25)}">${words(text)}</p>`;

function openingOf({ intro, button }: Letter): string {
  const how = button && messages().mail.click(button.purpose);
  return [intro, how].filter(Boolean).join(" ");
}

function action({ text, url }: NonNullable<Letter["button"]>): string {
  const link = `display:inline-block;padding:14px 28px;color:${colors["on-action"]};${font(700, 16, 20)};text-decoration:none`;
  return `<table ${TABLE} class="wide" style="border-collapse:separate"><tr><td align="center" bgcolor="${colors.action}" class="fill" style="background:${colors.action};${PILL};mso-padding-alt:14px 28px"><a ses:no-track class="go" href="${escapeHtml(url)}" style="${link}">${escapeHtml(text)}</a></td></tr></table>`;
}

function list(notes: readonly string[]): string {
  const style = `color:${colors.body};${font(400, 16, 25)}`;
  const items = notes.map((note, index) => {
    const gap = index < notes.length - 1 ? 6 : 0;
    return `<tr><td class="body" valign="top" aria-hidden="true" style="padding:0 10px ${gap}px 0;${style}">&#8226;</td><td class="body" style="padding:0 0 ${gap}px;${style}">${emphasised(note)}</td></tr>`;
  });
  return `<table ${TABLE}>${items.join("")}</table>`;
}

const emphasised = (note: string) =>
  words(note).replace(
    /\*([^*]+)\*/g,
    `<strong class="ink" style="color:${colors.ink};white-space:nowrap">$1</strong>`,
  );

function box(kind: "code" | "box", inner: string): string {
  const [fill, edge] =
    kind === "code" ? [colors["brand-soft"], colors["brand-line"]] : [colors.raised, colors.line];
  return `<table ${TABLE} width="100%" class="${kind}" bgcolor="${fill}" style="background:${fill};border:1px solid ${edge};border-radius:12px;border-collapse:separate"><tr><td style="padding:16px 20px">${inner}</td></tr></table>`;
}

const line = (kind: "ink" | "body" | "mut", top: number, style: string, text: string) =>
  `<p class="${kind}" style="margin:${top}px 0 0;color:${kind === "mut" ? colors.muted : colors[kind]};${style}">${words(text)}</p>`;

const DIGITS = `${font(700, 28, 36)};font-variant-numeric:tabular-nums;font-feature-settings:'tnum' 1;letter-spacing:4px;white-space:nowrap`;

const codeBox = ({ lead, digits, note }: NonNullable<Letter["code"]>) =>
  line("body", 0, font(400, 15, 22), lead) +
  line("ink", 6, DIGITS, digits) +
  line("mut", 4, font(400, 14, 21), note);

const askedBox = ({ lead, where, when }: Letter["asked"]) =>
  line("mut", 0, font(400, 13, 20), lead) +
  line("ink", 2, font(600, 15, 22), where) +
  line("mut", 2, font(400, 14, 21), when);

const ending = ({ strong, text }: Letter["closing"]) =>
  `<p class="rule mut" style="margin:0;padding-top:20px;border-top:1px solid ${colors.line};color:${colors.muted};${font(400, 14, 22)}"><strong class="ink" style="color:${colors.ink}">${escapeHtml(strong)}</strong> ${words(text)}</p>`;

// after the preheader, so that an inbox does not fill its preview with the mail's first words
const blank = () => "&#847;&zwnj;&nbsp;".repeat(60);
