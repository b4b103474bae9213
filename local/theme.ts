import fs from "node:fs";
import type { ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { DARK, LIGHT, propertiesOf } from "@/lib/config/brand";

const require = createRequire(import.meta.url);

/** Where the pages of the local services find their typeface. */
export const FONT_PATH = "/figtree.woff2";

const variables = (colors: typeof LIGHT | typeof DARK) =>
  Object.entries(propertiesOf(colors))
    .map((pair) => pair.join(":"))
    .join(";");

/** Colours and type of the product, for the pages of the local services: light and dark. */
export const THEME = `
@font-face{font-family:Figtree;src:url(${FONT_PATH}) format("woff2");font-weight:300 900;font-display:swap}
:root{color-scheme:light dark;${variables(LIGHT)};--shadow:0 1px 2px color-mix(in srgb,var(--ink) 5%,transparent),0 12px 32px -12px color-mix(in srgb,var(--shade) 18%,transparent)}
@media (prefers-color-scheme:dark){:root{${variables(DARK)};--shadow:0 1px 0 rgb(255 255 255/.04) inset,0 16px 40px -16px rgb(0 0 0/.6)}}
*,*::before,*::after{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--body);font:400 1rem/1.5 Figtree,system-ui,sans-serif;-webkit-font-smoothing:antialiased}
h1,h2,p,ul,ol,dl,dd{margin:0;padding:0}ul,ol{list-style:none}
h1{color:var(--ink);font-weight:700;font-size:1.625rem;line-height:2rem;letter-spacing:-.02em;text-wrap:balance}
a{color:var(--link);font-weight:600;text-decoration:none;border-radius:4px}a:hover{text-decoration:underline;text-underline-offset:3px}
button,input{font:inherit}svg{display:block;flex:none}
.icon{width:20px;height:20px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.muted{color:var(--muted)}.small{font-size:.875rem;line-height:1.25rem}.tiny{font-size:.8125rem;line-height:1.125rem}.wrap{overflow-wrap:anywhere}
.tag{display:inline-flex;align-items:center;gap:8px;padding:4px 12px;border-radius:99px;background:var(--warn-bg);border:1px solid var(--warn-line);
color:var(--warn);font-weight:600;font-size:.8125rem;line-height:1.25rem}
.avatar{width:44px;height:44px;border-radius:50%;display:grid;place-items:center;flex:none;color:#fff;font-weight:700;font-size:1.125rem}
.hue-0{background:var(--avatar)}.hue-1{background:#6d4bb8}.hue-2{background:#a2450c}.hue-3{background:#2460a7}.hue-4{background:#9c2f6b}.hue-5{background:#4d6b1f}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
@media (forced-colors:active){.avatar{border:1px solid}}`;

/** Text made safe between tags and in quoted attributes. */
export function safe(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A round initial for a name; the same name keeps its colour. */
export function avatar(name: string): string {
  const letter = [...name.trim()][0]?.toUpperCase() ?? "?";
  const hue = [...name].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % 6;
  return `<span class="avatar hue-${hue}" aria-hidden="true">${safe(letter)}</span>`;
}

/** A whole page in Spanish around `body`, with the theme and the page's own `style`. */
export function frame(title: string, style: string, body: string): string {
  return `<!doctype html><html lang="es"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="theme-color" content="${LIGHT.bg}" media="(prefers-color-scheme:light)">
<meta name="theme-color" content="${DARK.bg}" media="(prefers-color-scheme:dark)">
<link rel="icon" href="data:,"><title>${safe(title)}</title><style>${THEME}${style}</style></head>
<body>${body}</body></html>`;
}

/** Answers with the typeface. */
export function sendFont(response: ServerResponse): void {
  const file = require.resolve(
    "@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2",
  );
  response.writeHead(200, { "content-type": "font/woff2", "cache-control": "max-age=86400" });
  fs.createReadStream(file).pipe(response);
}
