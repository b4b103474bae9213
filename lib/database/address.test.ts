import { afterEach, describe, expect, it, vi } from "vitest";
import { databaseAddress, readSettings } from "../config/settings";
import { databaseAt } from "./address";

afterEach(() => {
  vi.unstubAllEnvs();
});

const at = (query: string) => `postgresql://app:clave@db/ingreso?${query}`;

/** What the settings say against such variables. */
function problems(variables: NodeJS.Dict<string>): string[] {
  const read = readSettings({
    DATABASE_URL: at(""),
    NEXTAUTH_URL: "https://ingreso.example.com",
    NEXTAUTH_SECRET: "a secret of the tests, long enough for every key",
    EMAIL_SERVER: "smtp://localhost",
    ...variables,
  });
  return read.ok ? [] : read.problems;
}

/** How each way that is tried checks the server's certificate; undefined: in the clear. */
const tried = (query: string) => databaseAt(at(query)).routes.map(({ tls }) => tls?.checks);

describe("a parameter whose value means nothing is refused, not taken for another", () => {
  it.each([
    ["sslmode=verify_full", "sslmode"],
    ["sslmode=REQUIRE", "sslmode"],
    ["sslmode=bogus", "sslmode"],
    ["sslmode=verify-full%20", "sslmode"],
    ["sslmode=constructor", "sslmode"],
    ["SSLMODE=verify-full", "sslmode"],
    ["sslMode=verify-full", "sslmode"],
    ["ssl=verify_full", "ssl"],
    ["sslaccept=Strict", "sslaccept"],
    ["sslnegotiation=Direct", "sslnegotiation"],
    ["channel_binding=required", "channel_binding"],
    ["port=cinco", "port"],
    ["port=5432x", "port"],
    ["port=5432,cinco", "port"],
    ["port=0", "port"],
    ["port=70000", "port"],
  ])("%s", (query, name) => {
    const value = query.split("=")[1] ?? "";
    for (const variable of ["DATABASE_URL", "DATABASE_DIRECT_URL"]) {
      const [line = "", ...more] = problems({ [variable]: at(query) });
      expect(more).toEqual([]);
      expect(line).toMatch(new RegExp(`^${variable} must have .* as its ${name}$`));
      if (value !== "verify-full" && value.length > 1)
        expect(line.split(/[ ,]+/)).not.toContain(value);
    }
    vi.stubEnv("DATABASE_URL", at(query));
    expect(databaseAddress).toThrow(/^DATABASE_URL must have /);
  });

  it.each(["verify_full", "REQUIRE", "bogus", "constructor"])("PGSSLMODE=%s", (PGSSLMODE) => {
    const line =
      "PGSSLMODE must be one of disable, allow, prefer, require, no-verify, verify-ca, verify-full";
    expect(problems({ PGSSLMODE })).toEqual([line]);
    vi.stubEnv("PGSSLMODE", PGSSLMODE);
    vi.stubEnv("DATABASE_URL", at(""));
    expect(databaseAddress).toThrow(line);
    expect(() => databaseAt(at(""))).toThrow(line);
  });
});

describe("a parameter that means something is taken", () => {
  it.each([
    ["", ["nothing", undefined]],
    ["sslmode=disable", [undefined]],
    ["sslmode=allow", [undefined, "nothing"]],
    ["sslmode=prefer", ["nothing", undefined]],
    ["sslmode=require", ["nothing"]],
    ["sslmode=no-verify", ["nothing"]],
    ["sslmode=verify-ca", ["name"]],
    ["sslmode=verify-ca&sslrootcert=/ca.pem", ["authority"]],
    ["sslmode=verify-full", ["name"]],
    ["ssl=true", ["nothing"]],
    ["ssl=verify-full", ["name"]],
    ["ssl=0", [undefined]],
    ["sslaccept=strict", ["name"]],
    ["sslnegotiation=direct", ["nothing"]],
    ["port=5433", ["nothing", undefined]],
  ])("%s", (query, checks) => {
    expect(problems({ DATABASE_URL: at(query) })).toEqual([]);
    expect(tried(query)).toEqual(checks);
  });

  it("in PGSSLMODE too, where the address has none, or an empty one", () => {
    expect(problems({ PGSSLMODE: "verify-full" })).toEqual([]);
    vi.stubEnv("PGSSLMODE", "verify-full");
    expect([tried(""), tried("sslmode="), tried("sslmode=require")]).toEqual([
      ...[["name"], ["name"], ["nothing"]],
    ]);
  });

  it("also besides an empty sslmode, which counts as unset", () => {
    expect(tried("sslmode=")).toEqual(["nothing", undefined]);
    expect(tried("ssl=true&sslmode=")).toEqual(["nothing"]);
    expect(tried("sslaccept=strict&sslmode=")).toEqual(["name"]);
    expect(problems({ DATABASE_URL: at("ssl=true&sslmode="), PGSSLMODE: "" })).toEqual([]);
  });
});
