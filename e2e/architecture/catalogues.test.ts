import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { partsOf } from "@/lib/messages/fill";
import { LANGUAGES } from "@/lib/messages/languages";
import { CATALOGUES } from "@/lib/messages/messages";
import { sources, visit } from "./walk";

// The compiler refuses a catalogue that lacks a sentence. What it does not see: a sentence too many, one that is still
// in Spanish, a place `{n}` that is missing, and a sentence that is never said.

const root = fileURLToPath(new URL("../..", import.meta.url));
const PRODUCT = ["app", "components", "lib", "server", "commands", "proxy.ts", "server.ts"];
const CATALOGUE = /^lib\/messages\/(es|en|pt)\b/;

type Leaf = [path: string, sentence: unknown];

/** Every sentence, with its path: `pages.login.title`. */
function leavesOf(value: unknown, path: string[] = []): Leaf[] {
  if (typeof value !== "object" || value === null) return [[path.join("."), value]];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name]));
}

const spanish = leavesOf(CATALOGUES.es);
const others = LANGUAGES.filter((language) => language !== "es");
const leavesIn = (language: (typeof others)[number]) => new Map(leavesOf(CATALOGUES[language]));

it.each(others)("in %s every sentence is there, of the same kind, and none besides", (language) => {
  const kinds = (leaves: Leaf[]) =>
    leaves
      .map(([path, said]) => `${path}: ${typeof said}`)
      .filter((kind) => !kind.includes(".moments."));
  expect(kinds([...leavesIn(language)]).sort()).toEqual(kinds(spanish).sort());
});

it.each(others)("in %s each sentence has the places that are filled in", (language) => {
  const places = (said: unknown) =>
    typeof said === "string"
      ? partsOf(said)
          .filter((_, at) => at % 2 === 1)
          .sort()
      : [];
  const translated = leavesIn(language);
  const differing = spanish.filter(
    ([path, said]) => `${places(said)}` !== `${places(translated.get(path))}`,
  );
  expect(differing.map(([path]) => path)).toEqual([]);
});

/** What reads oddly in half the countries, or calls one thing by two names: `ingresar`, `link`, `Se pidió`. */
const ELSEWHERE =
  /\b(entr(a|as|ar|en|arás|aron|es)|acced\p{L}*|(?<!llaves? de )acceso|inicia(r|s|ste)? sesión(?! con Google)|enlaces?|pedidos?|computador\p{L}*|ordenador|celular|credencial\p{L}*|cuentas? abiertas?|por favor|vos|ustedes|(?<!se )(pid|hic)ieron|(?<!se )(cambi|verific|ingres)aron)(?!\p{L})/iu;

it.each([
  ["Entra a tu cuenta", true],
  ["Lo pidieron desde", true],
  ["Este pedido no trae el secreto", true],
  ["Inicia sesión", true],
  ["Se pidieron muchos correos", false],
  ["Iniciar sesión con Google", false],
  ["Entre 8 y 128 caracteres", false],
])("%s: foreign to some reader is %s", (said, is) => expect(ELSEWHERE.test(said)).toBe(is));

it("the Spanish is one that everybody speaks, with one word for a thing", () => {
  const odd = spanish.filter(([, said]) => ELSEWHERE.test(String(said)));
  expect(odd.map(([path, said]) => `${path}: ${said}`)).toEqual([]);
});

/** Words that another language has too. */
const SAME: Record<(typeof others)[number], readonly string[]> = {
  en: ["Error: {title}", "Google", "POS", "Total"],
  "pt-BR": [
    ...["Código de 6 dígitos", "Confirmado", "Confirmando…", "Continuar", "Desvincular"],
    ...["Enviando…", "Enviar link mágico", "Google", "Idioma", "Link mágico", "Perfil"],
    ...["Reenviar link", "Reenviar link mágico", "Total", "Vincular"],
    ...["Cancelando…", "Cancelar", "Dispositivo", "Formato", "Nada guardado.", "Vinculada"],
    ...["Último uso", "Verificar", "Verificando…"],
    ...["Configurar", "Copiar", "Imprimir", "Preparando…"],
  ],
};

it.each(others)("in %s no sentence is still Spanish", (language) => {
  const translated = leavesIn(language);
  const left = spanish.filter(
    ([path, said]) =>
      typeof said === "string" &&
      !path.includes(".moments.") &&
      /\p{L}{3}/u.test(said) &&
      said === translated.get(path),
  );
  const words = left
    .map(([, said]) => String(said))
    .filter((said) => !/^(\/|danger|warn|ok|info)/.test(said));
  expect([...new Set(words)].sort()).toEqual([...SAME[language]].sort());
});

/** Read by a name that is known at run time alone: a code, a kind, a state. */
const BY_CODE =
  /^(activity|deadLinks|devices|errors|letters|notices|refusals|replies\.(address|password|name))\./;

it("every sentence is said somewhere", async () => {
  const names = new Set<string>();
  for (const file of await sources(root, PRODUCT)) {
    if (CATALOGUE.test(file) || /\.test\.tsx?$/.test(file)) continue;
    visit(file, readFileSync(join(root, file), "utf8"), {
      MemberExpression({ property }) {
        if (property.type === "Identifier") names.add(property.name);
      },
      ObjectPattern({ properties }) {
        for (const one of properties)
          if (one.type === "Property" && one.key.type === "Identifier") names.add(one.key.name);
      },
      Literal({ value }) {
        if (typeof value === "string") names.add(value);
      },
    });
  }
  const unsaid = spanish
    .map(([path]) => path)
    .filter((path) => !BY_CODE.test(path))
    .filter((path) => !path.split(".").every((name) => /^\d+$/.test(name) || names.has(name)));
  expect(unsaid).toEqual([]);
});
