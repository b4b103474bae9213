import { describe, expect, it } from "vitest";
import { BRAND } from "../config/brand";
import type { Banner } from "./banner";
import { es } from "./es";
import { partsOf } from "./fill";
import { CATALOGUES } from "./messages";

type Said = [path: string, text: string];

/** Every text, by its path; what depends on counts, for one and for many. */
function textsIn(node: unknown, path = ""): Said[] {
  if (typeof node === "string") return [[path, node]];
  if (typeof node === "function")
    return [1, 400].flatMap((n) => textsIn(node(n, n, n), `${path}(${n})`));
  return Object.entries(node ?? {}).flatMap(([key, one]) => textsIn(one, `${path}.${key}`));
}

function bannersIn(node: unknown): Required<Banner>[] {
  if (typeof node === "function") return [1, 400].flatMap((n) => bannersIn(node(n, n, n)));
  if (typeof node !== "object" || node === null) return [];
  if ("link" in node && "tone" in node) return [node as Required<Banner>];
  return Object.values(node).flatMap(bannersIn);
}

const places = (text: string) => partsOf(text).filter((_, place) => place % 2 === 1);
const words = (text: string) =>
  partsOf(text)
    .filter((_, place) => place % 2 === 0)
    .join(" ")
    .replaceAll(BRAND.name, " ")
    .match(/\p{L}+/gu) ?? [];

/** How moments are told is each language's own. */
const told = (catalogue: unknown) =>
  textsIn(catalogue).filter(([path]) => !path.startsWith(".screen.moments."));

const spanish = new Map(told(es));
/** which Portuguese has as well */
const SAME = ["Código de 6 dígitos", "Enviar link mágico", "Link mágico", "Reenviar link mágico"];
const others = Object.entries(CATALOGUES).filter(([, catalogue]) => catalogue !== es);

describe.each(others)("the catalogue of %s", (_, catalogue) => {
  const texts = told(catalogue);

  it("says something in each place, and the same ones as the Spanish", () => {
    expect(texts.map(([path]) => path).toSorted()).toEqual([...spanish.keys()].toSorted());
    expect(texts.filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("leaves no sentence in Spanish", () => {
    const isSentence = (text: string) =>
      words(text).length > 1 && !text.startsWith("/") && !SAME.includes(text);
    const left = texts.filter(([path, text]) => isSentence(text) && spanish.get(path) === text);
    expect(left).toEqual([]);
  });

  it("fills in the same names as the Spanish", () => {
    const named = ([path, text]: Said) => [path, places(text).toSorted()];
    expect(texts.map(named).toSorted()).toEqual([...spanish].map(named).toSorted());
  });

  it("holds the words that each banner's link leads from, once", () => {
    const banners = bannersIn(catalogue);
    expect(banners.length).toBeGreaterThan(1);
    for (const { text, link } of banners) expect(text.split(link.text)).toHaveLength(2);
  });
});
