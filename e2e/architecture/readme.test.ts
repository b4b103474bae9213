import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { codesIn } from "./markdown";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);
const readme = await readFile(join(root, "README.md"), "utf8");

/** Compiles a page as if it stood in `app/`, with the product's own options. */
async function complaintsAbout(page: string): Promise<string> {
  // inside the clone, so that `@/` and the packages are found
  await mkdir(join(root, ".local"), { recursive: true });
  const folder = await mkdtemp(join(root, ".local/readme-"));
  const settings = {
    extends: "../../tsconfig.json",
    compilerOptions: { incremental: false, paths: { "@/*": ["../../*"] } },
    include: ["page.tsx"],
    exclude: [],
  };
  await writeFile(join(folder, "page.tsx"), page);
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(settings));
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  try {
    const { stdout } = await run(process.execPath, [tsc, "--noEmit", "-p", folder]);
    return stdout;
  } catch (fault) {
    return String((fault as { stdout?: unknown }).stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe("the README", () => {
  const example = codesIn(readme, "code").find(({ lang }) => lang === "tsx")?.text ?? "";

  it("has an example of a page behind the sign-in that compiles", async () => {
    expect(example).toContain("requireUser");
    expect(await complaintsAbout(example)).toBe("");
  });

  it("would be caught with one that does not", async () => {
    const wrong = example.replace("person.address", "person.adress");
    expect(await complaintsAbout(wrong)).toContain("adress");
  });
});

it.each(["README.md", "docs/deploy.md", "docs/upgrading.md"])(
  "%s names commands that exist",
  async (page) => {
    const { scripts } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    const text = await readFile(join(root, page), "utf8");
    const said = [...codesIn(text, "code"), ...codesIn(text, "codespan")].map(({ text }) => text);
    const named = [...said.join("\n").matchAll(/npm run (?:--silent )?([\w:]+)/g)];
    expect(named.length).toBeGreaterThan(5);
    expect(
      named.map(([, name = ""]) => name).filter((name) => !Object.hasOwn(scripts, name)),
    ).toEqual([]);
  },
);
