const LIGHT = {
  bg: "#f1f6f7",
  card: "#ffffff",
  raised: "#f8fafb",
  line: "#e2e8f0",
  ink: "#0f172a",
  body: "#334155",
  muted: "#526177",
  tint: "#e9f7f6",
  tintLine: "#b9e4e2",
  action: "#0f7876",
  onAction: "#ffffff",
};

const DARK: typeof LIGHT = {
  bg: "#0b1316",
  card: "#131f23",
  raised: "#18272c",
  line: "#26363c",
  ink: "#e9f0f2",
  body: "#c6d2d7",
  muted: "#9aacb4",
  tint: "#0f2a2b",
  tintLine: "#1d4a4a",
  action: "#3cb9b6",
  onAction: "#06201f",
};

export { LIGHT as colors };

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
  [".go", DARK.onAction],
];
const darkFill: [string, string, string?][] = [
  [".bg", DARK.bg],
  [".card", DARK.card, DARK.line],
  [".box", DARK.raised, DARK.line],
  [".code", DARK.tint, DARK.tintLine],
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
