import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { sources, visit } from "./walk";

// One catalogue a language holds every sentence for a person. A language is then one catalogue more, and what a person
// reads can be read in one place.

const root = fileURLToPath(new URL("../..", import.meta.url));
const PRODUCT = [
  "app",
  "components",
  "lib",
  "server",
  "proxy.ts",
  "server.ts",
  "instrumentation.ts",
];
/** tests; the catalogues; the names of the brand; the words that a password must not be made of */
const UNBOUND =
  /\.test\.tsx?$|^lib\/messages\/(es|en|pt)\b|^lib\/config\/brand\.ts$|^lib\/password\/guess\/words\//;

const SPANISH_LETTER = /[áéíóúüñ¿¡]/i;
const SPANISH_WORD =
  /(^|[\s(“])(de|la|el|los|las|una|tu|tus|que|con|para|por|del|sin|y|ya|te|lo|nos|este|esta|desde|cada|si|su|al|aquí|hola)(?=[\s,;:?!…)”]|\.?$|\.\s)/iu;
const TWO_WORDS = /\p{L}+[^\p{L}]+\p{L}/u;
/** what a button or a mark says in one word */
const ONE_WORD =
  /^\p{Lu}\p{Ll}+(ar|er|ir|ado|ada|ido|ida|ando|iendo|amos|imos|aste|iste|alo|ate)…?$/u;
const READ_OUT = new Set(["alt", "aria-label", "label", "lead", "placeholder", "title"]);

const readsSpanish = (text: string) =>
  SPANISH_LETTER.test(text) ||
  ONE_WORD.test(text.trim()) ||
  (TWO_WORDS.test(text) && SPANISH_WORD.test(text));
/** in any language: what stands in the page as it is */
const isShown = (text: string) => /\p{L}{2}/u.test(text);

/** The sentences for a person in a source, each with its line. */
function sentencesIn(name: string, source: string): string[] {
  const found = new Set<string>();
  const add = (text: string, start: number) =>
    found.add(`${name}:${source.slice(0, start).split("\n").length} ${text.trim()}`);
  visit(name, source, {
    Literal({ value, start }) {
      if (typeof value === "string" && readsSpanish(value)) add(value, start);
    },
    TemplateLiteral({ quasis, start }) {
      // what is filled in is a word
      const text = quasis.map(({ value }) => value.cooked ?? "").join(" X ");
      if (readsSpanish(text)) add(text, start);
    },
    JSXText({ value, start }) {
      if (isShown(value)) add(value, start);
    },
    JSXAttribute({ name: { name: attribute }, value, start }) {
      if (typeof attribute !== "string" || !READ_OUT.has(attribute) || value?.type !== "Literal")
        return;
      if (typeof value.value === "string" && isShown(value.value)) add(value.value, start);
    },
  });
  return [...found];
}

it("a sentence for a person stands in a catalogue of lib/messages, and nowhere else", async () => {
  const files = (await sources(root, PRODUCT)).filter((file) => !UNBOUND.test(file));
  expect(files.length).toBeGreaterThan(250);
  const read = (file: string) => readFileSync(join(root, file), "utf8");
  expect(files.flatMap((file) => sentencesIn(file, read(file)))).toEqual([]);
});

it.each([
  ['const text = "Cerramos tus sesiones";', 1],
  ['const text = "Contraseña";', 1],
  ['const text = "Guardar";', 1],
  ['const text = "Guardando…";', 1],
  [`const text = \`Espera \${n} segundos por favor\`;`, 1],
  ["const page = <p>Volver</p>;", 1],
  ['const page = <p>{"Pide otro link"}</p>;', 0],
  ['const page = <p>{"Pide otro link de correo"}</p>;', 1],
  ['const page = <input placeholder="Nombre" />;', 1],
  ['const page = <b className="text-small con-sombra">{name}</b>;', 0],
  ['const page = <b className="gap-x-2 gap-y-1 flex">·</b>;', 0],
  ['log.warn("the mail server refused a mail");', 0],
  ["const pattern = /ñ|¿/;", 0],
  ['const path = "/cuenta/sesiones/cerrar-todas";', 0],
])("%s holds %i", (source, n) => {
  expect(sentencesIn("example.tsx", source)).toHaveLength(n);
});
