import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { guess } from "./guess";
import { readingsOf } from "./readings";
import { sourceKeyboards, sourceWords } from "./words/source";

const digits = async (text: string, given: string[] = []) => (await guess(text, given)).digits;
const committed = (name: string) => readFileSync(new URL(`words/${name}`, import.meta.url), "utf8");

describe("the words that are committed", () => {
  it("are what the packages' lists and ours give", () => {
    const lines = committed("words.txt").trimEnd().split("\n");
    const differing = Object.entries(sourceWords()).filter(
      ([name, list], at) => [name, ...list].join(" ").trimEnd() !== lines[at],
    );
    expect(differing.map(([name]) => name)).toEqual([]);
    expect(JSON.parse(committed("keyboards.json"))).toEqual(sourceKeyboards());
  });

  it("stand once each, as compared", () => {
    const all = committed("words.txt")
      .split(/\s+/)
      .filter((word) => word !== "");
    expect(all.length).toBeGreaterThan(80_000);
    expect(all.filter((word) => !/^[!-~]+$/.test(word))).toEqual([]);
  });
});

describe("a password is read", () => {
  it.each([
    ["c0ntras3na123", "contrasena123"],
    ["p@$$w0rd", "password"],
    ["c0l0mb14", "colombia"],
    ["c0l0mb142026", "colombia2026"],
    ["f4ctur4", "factura"],
    ["@dm1n1strador", "administrador"],
    ["co1ombia", "colombia"],
  ])("%s as %s", (typed, read) => expect(readingsOf(typed)).toContain(read));

  it("in ten ways at most", () => {
    for (const typed of ["", "!!!!", "1!|1!|1!a1!|1", "4@8(3690$57+2"]) {
      expect(readingsOf(typed).length).toBeLessThanOrEqual(10);
      expect(readingsOf(typed)).toContain(typed);
    }
  });
});

describe("what finds a password", () => {
  it("costs as much more as there is more of it: a sign at its end makes it no harder than that sign", async () => {
    const [plain, signed] = [await digits("medellin2025"), await digits("medellin2025*")];
    expect(signed - plain).toBeGreaterThan(0);
    expect(signed - plain).toBeLessThan(1.5);
  });

  it("knows numbers that people have, however they are written", async () => {
    for (const number of ["3104567890", "+57 310 456 7890", "(601) 555-1234", "1.020.304.050"])
      expect(await digits(number), number).toBeLessThan(5);
    expect(await digits("93847561029384")).toBeGreaterThan(8);
  });

  it("takes words that every object has for words", async () => {
    for (const word of ["constructor", "__proto__", "hasownproperty", "valueof", "tostring"])
      expect(await digits(`${word}1`), word).toBeGreaterThan(0);
    expect(await digits("constructor de puentes")).toBeGreaterThan(7);
  });

  it("counts what no list knows as much as two signs", async () => {
    expect(await digits("ключ")).toBe(8);
    expect((await digits("clave🔑")) - (await digits("clave"))).toBe(2);
  });

  it("says which of the given words are in it", async () => {
    expect(await guess("zubiri2026", ["zubiri", "ana"])).toMatchObject({ known: ["zubiri"] });
    expect(await guess("محمد1990", ["محمد"])).toMatchObject({ known: ["محمد"] });
    expect((await guess("banana77", ["ana"])).known).toEqual([]);
  });

  // by the processor's clock, since others may be busy; ten times what it takes
  it.each([
    "a".repeat(23),
    "@".repeat(23),
    "4@8({[<369!1|05$7+%2$$@",
    "uk0!-i1v%&dfi1io9!_h1&0",
    "1a1b1c1d1e1f1g1h1i1j1k1",
    "01/02/1990/01/02/1990/1",
    "mamapapanenemimilolatit",
  ])("is told soon: %s", async (text) => {
    await guess(text, []);
    const begun = process.cpuUsage();
    for (let times = 0; times < 5; times += 1) await guess(text, ["ana", "restrepo"]);
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 5000).toBeLessThan(100);
  });
});
