/**
 * The brand: whoever puts another name on the door changes this file alone (docs/brand.md). Pages get the colours as CSS variables
 * (`--action`) by `tailwind.config.ts`; letters, the maintenance page and the local services take them from here.
 */
export const BRAND = {
  name: "Alegra",
  /** what one goes on to from `/cuenta` */
  product: "Alegra Facturación",
  /** named beside the forms; the icons are those of `components/ui/icon.tsx` */
  solutions: [
    { icon: "invoice", name: { es: "Facturación", en: "Invoicing", "pt-BR": "Faturamento" } },
    { icon: "ledger", name: { es: "Contabilidad", en: "Accounting", "pt-BR": "Contabilidade" } },
    { icon: "till", name: { es: "POS", en: "POS", "pt-BR": "PDV" } },
    { icon: "shop", name: { es: "Tienda", en: "Store", "pt-BR": "Loja" } },
  ],
  /** on the invoice beside the forms: the country's money, and sums of its size */
  money: { sign: "$", invoiced: 1_250_000, sold: 8_420_500 },
  /** what nobody's password may be made of, besides the name: plain letters without accents */
  passwordWords: ["ingreso", "facturacion", "contabilidad"],
  /** in place of the logo in mails, which show no picture */
  letter: "a",
  /** where EMAIL_FROM is unset */
  emailFrom: "Alegra <ingreso@localhost>",
  /** where the settings of these names are unset */
  links: { supportUrl: null, statusUrl: null, termsUrl: null, privacyUrl: null, appUrl: null },
  /** whose hours are told where the reader's zone is not known (IANA's name) */
  zone: "America/Bogota",
  /** as hours and dates are written in Spanish (ISO 3166-1) */
  country: "CO",
} as const;

export const LIGHT = {
  bg: "#f1f6f7",
  surface: "#ffffff",
  raised: "#f8fafb",
  ink: "#0f172a",
  body: "#334155",
  muted: "#526177",
  placeholder: "#64748b",
  line: "#e2e8f0",
  ctl: "#75859b",
  "ctl-hover": "#475569",
  brand: "#30aba9",
  "brand-soft": "#e9f7f6",
  "brand-line": "#b9e4e2",
  "brand-ink": "#0a5654",
  action: "#0f7876",
  "action-hover": "#0b6260",
  "action-active": "#094f4e",
  "on-action": "#ffffff",
  avatar: "#0f7876",
  link: "#0b6f6d",
  focus: "#0f7876",
  "dis-bg": "#e8edf2",
  "dis-ink": "#64748b",
  danger: "#b42318",
  "danger-ctl": "#d92d20",
  "danger-bg": "#fef3f2",
  "danger-line": "#fbcfca",
  ok: "#05603a",
  "ok-bg": "#ecfdf3",
  "ok-line": "#b4ecc9",
  warn: "#8a3b0c",
  "warn-bg": "#fff8eb",
  "warn-line": "#f6dfa8",
  "google-bg": "#ffffff",
  "google-ink": "#1f1f1f",
  "google-line": "#747775",
  shade: "#0b5557",
  "stage-from": "#0b5a5b",
  "stage-to": "#093f43",
  "stage-glow": "#1b8f8c",
  "stage-glow-low": "#127370",
  "stage-shade": "#031e20",
  "stage-body": "#e3f6f5",
  "stage-icon": "#8fe3df",
  "stage-bar": "#cfeceb",
  "paper-word": "#e6edf2",
  "paper-rule": "#eef2f5",
  "paper-ok": "#dcf5ea",
} as const;

type Colors = Record<keyof typeof LIGHT, string>;

/** The mark, drawn once: an SVG document, as wide as it is high. Pages and all icons are made of it. */
export const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="10" fill="${LIGHT.brand}"/><g fill="none" stroke="#fff" stroke-width="3.4" stroke-linecap="round"><path d="M21.5 9.5v13"/><circle cx="15" cy="16" r="6.3"/><path stroke-width="1.7" d="M12.7 16.6c.9 1.5 3.7 1.5 4.6 0"/></g></svg>`;
export const LOGO_URL = `data:image/svg+xml,${encodeURIComponent(LOGO)}`;
/** Behind the mark, where a phone wants a picture without transparent corners. */
export const LOGO_GROUND = LIGHT.brand;

/** What is not here is as in the light. */
export const DARK: Colors = {
  ...LIGHT,
  bg: "#0b1316",
  surface: "#131f23",
  raised: "#18272c",
  ink: "#e9f0f2",
  body: "#c6d2d7",
  muted: "#9aacb4",
  placeholder: "#8b9da5",
  line: "#26363c",
  ctl: "#6f858f",
  "ctl-hover": "#9aacb4",
  "brand-soft": "#0f2a2b",
  "brand-line": "#1d4a4a",
  "brand-ink": "#9be7e4",
  action: "#3cb9b6",
  "action-hover": "#5fd0cc",
  "action-active": "#2fa3a0",
  "on-action": "#06201f",
  link: "#5fd0cc",
  focus: "#7fe0dc",
  "dis-bg": "#22323a",
  "dis-ink": "#8b9da5",
  danger: "#ffb4ab",
  "danger-ctl": "#f97066",
  "danger-bg": "#2c1513",
  "danger-line": "#5b2621",
  ok: "#75e0a7",
  "ok-bg": "#0c261a",
  "ok-line": "#1b4b34",
  warn: "#fec84b",
  "warn-bg": "#2a1d08",
  "warn-line": "#57400f",
  "google-bg": "#131314",
  "google-ink": "#e3e3e3",
  "google-line": "#8e918f",
};

/** The colours as custom properties. */
export const propertiesOf = (colors: Colors): Record<string, string> =>
  Object.fromEntries(Object.entries(colors).map(([name, color]) => [`--${name}`, color]));
