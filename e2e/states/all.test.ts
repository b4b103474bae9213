import { describe, expect, it } from "vitest";
import { PATHS, ROUTES } from "@/lib/routes";
import { PAGES, STATES } from "./all";

/** Addresses that a person looks at; `/` leads on, and next-auth's own pages are ours. */
const LOOKED_AT = PATHS.filter((path) => {
  const { methods, database } = ROUTES[path];
  return methods[0] === "GET" && database && path !== "/" && !path.startsWith("/api/");
});

describe("the list of states", () => {
  it("has every page of the table of addresses", () => {
    const paths = new Set<string>(PAGES.map(({ path }) => path));
    expect(LOOKED_AT.filter((path) => !paths.has(path))).toEqual([]);
  });

  it("names each state once, in letters that a file's name may have", () => {
    const names = STATES.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(names.filter((name) => !/^[a-z0-9-]+$/.test(name))).toEqual([]);
  });

  it("compares a state to one that is there and stands for itself", () => {
    const own = new Set(PAGES.filter(({ like }) => !like).map(({ name }) => name));
    expect(PAGES.flatMap(({ like = [] }) => like).filter((name) => !own.has(name))).toEqual([]);
  });
});
