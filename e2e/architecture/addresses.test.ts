import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { PATHS } from "@/lib/routes";
import { sources, visit } from "./walk";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** what addresses lie below, where none lies itself */
const BASES = ["/api/", "/api/auth", "/api/auth/"];
const KNOWN = new Set<string>([...PATHS, ...BASES]);
const SEGMENTS = new Set(PATHS.map((path) => path.split("/")[1]).filter(Boolean));
const files = (await sources(root, ["app", "components", "lib", "server", "proxy.ts"])).filter(
  (file) => !/\.test\.tsx?$/.test(file),
);

/** The addresses of ours that a source writes down, in strings and at the beginning of templates, without query or fragment. */
function addressesIn(name: string, source: string): string[] {
  const found: string[] = [];
  const add = (text: unknown) => {
    const [path = ""] = String(text).split(/[?#]/);
    if (path.startsWith("/") && SEGMENTS.has(path.split("/")[1] ?? "")) found.push(path);
  };
  visit(name, source, {
    Literal: ({ value }) => add(value),
    TemplateLiteral: ({ quasis }) => add(quasis[0]?.value.cooked),
  });
  return found;
}

describe("an address of the site that a source writes down", () => {
  it("has its row in lib/routes", () => {
    const unknown = files.flatMap((file) =>
      addressesIn(file, readFileSync(join(root, file), "utf8"))
        .filter((path) => !KNOWN.has(path))
        .map((path) => `${file}: ${path}`),
    );
    expect(unknown).toEqual([]);
  });

  it.each([
    ['<a href="/login/corre">x</a>', ["/login/corre"]],
    [`const to = \`/cuenta?antes=\${id}#actividad\``, ["/cuenta"]],
    ['const elsewhere = ["/facturas", "login", "/loginx"]', []],
  ])("is found: %s", (source, addresses) => {
    expect(addressesIn("a.tsx", source)).toEqual(addresses);
  });
});
