import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../runner/program";

/** The one file of the brand. */
export const BRAND_FILE = "lib/config/brand.ts";

/** What shows whose brand it is, and what another one says in its place; signs of HTML and accents among it. */
const SWAPS: [ours: string, theirs: string][] = [
  ["Alegra", "Nube & Cía"],
  ["Facturación", "Inventario"],
  ["Contabilidad", "Nómina"],
  ["facturacion", "inventario"],
  ["contabilidad", "nomina"],
  ['sign: "$"', 'sign: "S/"'],
  ["1_250_000", "975"],
  ["8_420_500", "6_120"],
  ["America/Bogota", "America/Lima"],
  ['country: "CO"', 'country: "PE"'],
  ["M21.5 9.5v13", "M8 8v16"],
  ["supportUrl: null", 'supportUrl: "https://help.nube.example/?a=1&b=2"'],
];
const NEUTRAL = new Set(["#ffffff"]);

const source = readFileSync(join(ROOT, BRAND_FILE), "utf8");
const colors = [...new Set(source.match(/#[0-9a-f]{6}\b/g))].filter((one) => !NEUTRAL.has(one));

/** A file of another brand, in the shape of ours, which shares no name, number, drawing or colour with it. */
export const SECOND_BRAND = [...SWAPS, ...colors.map((one) => [one, another(one)] as const)].reduce(
  (text, [ours, theirs]) => text.replaceAll(ours, theirs),
  source,
);
export const SECOND_NAME = "Nube & Cía";

const TRACES = [
  ...[
    "alegra",
    "facturación",
    "contabilidad",
    "1.250.000",
    "8.420.500",
    "1,250,000",
    "colombia",
    "m21.5 9.5",
  ],
  ...colors,
];

/** What of our brand stands in a text of the other's. */
export function tracesIn(text: string): string[] {
  const lower = text.toLowerCase();
  return TRACES.filter((trace) => lower.includes(trace));
}

/** A colour that is none of ours. */
function another(color: string): string {
  let shifted = Number.parseInt(color.slice(1), 16);
  do shifted = (shifted + 0x1d3b57) % 0x1000000;
  while (colors.includes(hex(shifted)));
  return hex(shifted);
}

function hex(color: number): string {
  return `#${color.toString(16).padStart(6, "0")}`;
}
