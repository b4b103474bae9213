import { afterEach, describe, expect, it } from "vitest";
import { database, emptyDatabase, google, inbox } from "@/e2e/support/unit";
import { tell } from "@/e2e/support/unit/settings";
import { examine } from "./examine";
import type { Gravity } from "./finding";
import { exitCode } from "./report";

const GOOD = {
  DATABASE_URL: database.url,
  DATABASE_DIRECT_URL: undefined,
  EMAIL_SERVER: process.env.EMAIL_SERVER,
  GOOGLE_ISSUER: process.env.GOOGLE_ISSUER,
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "pZ3vB0uTq8mWf1xKc5RyNd2LhG7jEsA9",
  PASSWORD_PEPPER: undefined,
  TRUSTED_PROXY_HOPS: undefined,
};

/** What is slow or old here is not wrong in the place. */
const OF_THIS_MACHINE = ["hashing", "node"];

afterEach(async () => {
  tell(GOOD);
  await inbox.fault({ mode: "none" });
  await google.fault({ mode: "none" });
});

/** The findings in a place that differs from a good one. */
async function examined(differing: Record<string, string | undefined> = {}) {
  tell({ ...GOOD, ...differing });
  const findings = await examine();
  const graves = (gravity: Gravity) =>
    findings.filter((one) => one.gravity === gravity).map(({ check }) => check);
  return { findings, broken: graves("broken"), warnings: graves("warning") };
}

describe("the doctor", () => {
  it("finds nothing broken in a good place, and names the redirect to register", async () => {
    const { findings, broken, warnings } = await examined();
    expect({
      broken,
      warnings: warnings.filter((check) => !OF_THIS_MACHINE.includes(check)),
    }).toEqual({
      broken: [],
      warnings: [],
    });
    const said = findings.map(({ check, todo }) => `${check} ${todo}`);
    expect(said).toContain(
      "google register exactly http://localhost:3000/api/auth/callback/google",
    );
    expect(findings.find(({ check }) => check === "database")?.says).toMatch(/^PostgreSQL \d\d at/);
    expect(findings.find(({ check }) => check === "hashing")?.says).toMatch(/sign-ins a second/);
  });

  it("says each wrong setting, and looks no further", async () => {
    const { findings } = await examined({ DATABASE_URL: undefined, NEXTAUTH_SECRET: "short" });
    expect(findings.map(({ gravity, says }) => `${gravity}: ${says}`)).toEqual([
      "broken: DATABASE_URL is not set",
      "broken: NEXTAUTH_SECRET must have at least 32 characters",
    ]);
    expect(exitCode(findings)).toBe(1);
  });

  it("says when the database cannot be entered, without its password", async () => {
    const away = "postgresql://postgres:hunter2@127.0.0.1:1/nowhere";
    const { broken, findings } = await examined({ DATABASE_URL: away });
    expect(broken).toEqual(["database"]);
    expect(JSON.stringify(findings)).toContain("ECONNREFUSED");
    expect(JSON.stringify(findings)).not.toContain("hunter2");
  });

  it("says what the database says by default, and that nothing depends on it", async () => {
    const name = new URL(database.url).pathname.slice(1);
    await database.sql(`alter database "${name}" set timezone to 'America/Bogota'`);
    const { findings, broken } = await examined();
    expect(broken).toEqual([]);
    expect(findings.find(({ check }) => check === "defaults")).toMatchObject({
      gravity: "ok",
      says: expect.stringMatching(/^time zone America\/Bogota, .* neither moments nor limits/),
    });
    await database.sql(`alter database "${name}" reset all`);
  });

  it("names the migrations that are pending", async () => {
    const { broken, findings } = await examined({ DATABASE_URL: await emptyDatabase() });
    expect(broken).toEqual(["migrations"]);
    expect(findings.find(({ check }) => check === "migrations")?.says).toMatch(/_initial/);
  });

  it.each([
    ["refuse", /refuses us \(421\)/],
    ["hang", /does not answer in time/],
  ])("says when the mail server does this: %s", async (mode, sentence) => {
    await inbox.fault({ mode: mode as "refuse" });
    const { broken, findings } = await examined();
    expect(broken).toEqual(["mail"]);
    expect(findings.find(({ check }) => check === "mail")?.says).toMatch(sentence);
  });

  it("says when there is no mail server at all", async () => {
    const { broken, findings } = await examined({ EMAIL_SERVER: "smtp://u:hunter2@127.0.0.1:1" });
    expect(broken).toEqual(["mail"]);
    expect(JSON.stringify(findings)).not.toContain("hunter2");
  });

  it("says when Google is down", async () => {
    await google.fault({ mode: "down" });
    expect((await examined()).broken).toEqual(["google"]);
  });

  it("warns of a proxy that nobody counts", async () => {
    const place = { NEXTAUTH_URL: "https://ingreso.alegra.com" };
    expect((await examined(place)).warnings).toContain("hops");
    expect((await examined({ ...place, TRUSTED_PROXY_HOPS: "1" })).warnings).not.toContain("hops");
  });

  it("says whom passkeys are kept for, and that an address without a name keeps none", async () => {
    const said = async (origin: string) =>
      (await examined({ NEXTAUTH_URL: origin })).findings.find(({ check }) => check === "passkeys");
    expect(await said("https://ingreso.alegra.com")).toMatchObject({
      gravity: "ok",
      says: expect.stringMatching(/^kept for ingreso\.alegra\.com, .* preview/),
    });
    for (const host of ["https://10.0.0.5", "https://[2001:db8::1]"])
      expect(await said(host)).toMatchObject({ gravity: "note", todo: "give the host a name" });
  });
});
