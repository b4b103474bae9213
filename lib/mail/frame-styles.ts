import { DARK } from "../config/brand";

const FONT = "'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** `size` and `line` in pixels */
export const font = (weight: number, size: number, line: number) =>
  `font:${weight} ${size}px/${line}px ${FONT}`;

const NARROW = `.px{padding-left:24px!important;padding-right:24px!important}
.out{padding:0!important}
.card{border-radius:0!important;border-left:0!important;border-right:0!important}
.wide{width:100%!important}
.go{display:block!important}`;

const darkText: [string, string][] = [
  [".ink", DARK.ink],
  [".body", DARK.body],
  [".mut", DARK.muted],
  [".go", DARK["on-action"]],
];
const darkFill: [string, string, string?][] = [
  [".bg", DARK.bg],
  [".card", DARK.surface, DARK.line],
  [".box", DARK.raised, DARK.line],
  [".code", DARK["brand-soft"], DARK["brand-line"]],
  [".fill", DARK.action],
];

const rules = (text: string, fill: string) =>
  [
    ...darkText.map(([name, color]) => `${text}${name}{color:${color}!important}`),
    ...darkFill.map(
      ([name, color, edge]) =>
        `${fill}${name}{background:${color}!important${edge ? `;border-color:${edge}!important` : ""}}`,
    ),
    `${fill}.rule{border-color:${DARK.line}!important}`,
  ].join("\n");

/**
 * A block each, since a client drops a whole block for one unknown selector. Outlook's apps add `data-ogsc` and `data-ogsb`
 * around text and fills in their dark mode.
 */
export const sheets = [
  `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:619px){
${NARROW}
}
@media (prefers-color-scheme:dark){
${rules("", "")}
}`,
  rules("[data-ogsc] ", "[data-ogsb] "),
];
