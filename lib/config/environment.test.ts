import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "vitest";
import { importsOf } from "@/e2e/architecture/walk";
import { bareEnvironment } from "@/e2e/support/lab/environment";
import { ROOT } from "@/local/root";
import { VARIABLES } from "./settings";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const { DATABASE_URL = "", NEXTAUTH_URL, NEXTAUTH_SECRET, EMAIL_SERVER = "" } = process.env;
const REQUIRED = { DATABASE_URL, NEXTAUTH_URL, NEXTAUTH_SECRET, EMAIL_SERVER };
const OPTIONAL = VARIABLES.filter((name) => !(name in REQUIRED));

/** A folder with that `.env` in it. */
function folderWith(file: string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), "ingreso-env-"));
  folders.push(folder);
  writeFileSync(join(folder, ".env"), file);
  return folder;
}

const SPOKEN = "what it was told: ";
/** Prints, at the end of a program, the settings and the level of the log that it worked with. */
const TELL = `data:text/javascript,${encodeURIComponent(`process.on("exit", () => {
  const of = (name) => globalThis[Symbol.for("ingreso." + name)];
  console.log(${JSON.stringify(SPOKEN)} + JSON.stringify({ ...of("settings"), otel: process.env.OTEL_SERVICE_NAME, level: of("log")?.level }));
})`)}`;

/** Runs a program of the product in that folder, with `environment` alone. */
async function run(cwd: string, words: string[], environment: NodeJS.Dict<string> = REQUIRED) {
  const { __NEXT_PROCESSED_ENV, ...bare } = bareEnvironment();
  const env = { ...bare, TSX_TSCONFIG_PATH: join(ROOT, "tsconfig.json"), ...environment };
  const [program = "", ...more] = words;
  const hooks = [join(ROOT, "node_modules/tsx/dist/loader.mjs"), TELL];
  const child = spawn(
    process.execPath,
    [...hooks.flatMap((hook) => ["--import", hook]), join(ROOT, program), ...more],
    { cwd, env: { ...env, NODE_ENV: "production" }, stdio: ["ignore", "pipe", "pipe"] },
  );
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const told = out.split("\n").find((line) => line.startsWith(SPOKEN)) ?? `${SPOKEN}{}`;
  return { code: await ended, out, err, told: JSON.parse(told.slice(SPOKEN.length)) };
}

/** A value for each that is not its default, and what the product makes of it; null: see the test that names it. */
const VALUES: Record<string, [value: string, becomes: object | null]> = {
  DATABASE_DIRECT_URL: ["postgresql://127.0.0.1:1/direct", null],
  NEXTAUTH_SECRET_PREVIOUS: ["p".repeat(40), { previousSecret: "p".repeat(40) }],
  PASSWORD_PEPPER: ["pimienta#1", { passwordPepper: "pimienta#1" }],
  EMAIL_FROM: ["Ana <ana@example.com>", { emailFrom: "Ana <ana@example.com>" }],
  GOOGLE_CLIENT_ID: ["id", { google: { clientId: "id" } }],
  GOOGLE_CLIENT_SECRET: ["s", { google: { clientSecret: "s" } }],
  GOOGLE_ISSUER: ["http://localhost:9", { google: { issuer: "http://localhost:9" } }],
  TRUSTED_PROXY_HOPS: ["2", { trustedProxyHops: 2 }],
  BCRYPT_COST: ["11", { bcryptCost: 11 }],
  CRON_SECRET: ["cron", { cronSecret: "cron" }],
  TERMS_URL: ["https://example.com/t", { termsUrl: "https://example.com/t" }],
  PRIVACY_URL: ["https://example.com/p", { privacyUrl: "https://example.com/p" }],
  SUPPORT_URL: ["mailto:ayuda@example.com", { supportUrl: "mailto:ayuda@example.com" }],
  STATUS_URL: ["https://example.com/s", { statusUrl: "https://example.com/s" }],
  APP_URL: ["https://example.com/a", { appUrl: "https://example.com/a" }],
  LANGUAGES: ["pt, en-GB", { languages: ["pt-BR", "en"] }],
  PORT: ["4321", { port: 4321 }],
  LOG_LEVEL: ["error", { logLevel: "error", level: "error" }],
};
const FILE = [
  ...Object.entries(VALUES).map(([name, [value]]) => `${name}=${value}\r\n`),
  "OTEL_SERVICE_NAME=entrada\r\n",
];

describe("a setting that stands in .env alone", () => {
  it("has its value in this table, and its line in .env.example", () => {
    expect(Object.keys(VALUES).sort()).toEqual([...OPTIONAL].sort());
    const example = readFileSync(join(ROOT, ".env.example"), "utf8");
    for (const name of VARIABLES) expect(example).toMatch(new RegExp(`^# ${name}=`, "m"));
  });

  it.each([
    ["npm start", ["server.ts"]],
    ["npm run doctor", ["commands/doctor/run.ts"]],
    ["npm run operator", ["commands/operator/run.ts", "history", "ana@example.com"]],
    ["npm run db:cleanup", ["commands/db/cleanup.ts"]],
  ])("is what %s works with, the required ones being in the environment", async (_, words) => {
    const { told, err } = await run(folderWith(`\uFEFF${FILE.join("")}`), words);
    expect(told.otel).toBe("entrada");
    for (const [name, [, becomes]] of Object.entries(VALUES))
      expect([name, told, err]).toMatchObject([name, becomes ?? {}, err]);
  });

  it.each([
    ["migrate", []],
    ["diff", []],
    ["new", ["a_name"]],
  ])("DATABASE_DIRECT_URL, is where db:%s goes", async (name, asked) => {
    const words = [`commands/db/${name}.ts`, ...asked];
    const { code, err } = await run(folderWith(FILE.join("")), words);
    expect(code).toBe(1);
    expect(err).toMatch(/^PostgreSQL on 127\.0\.0\.1:1 cannot be reached: .*DATABASE_DIRECT_URL/);
  });

  it("is what the environment says, unless that is empty", async () => {
    const folder = folderWith("BCRYPT_COST=11\nCRON_SECRET=file\nLOG_LEVEL=\n");
    const environment = { ...REQUIRED, BCRYPT_COST: "13", CRON_SECRET: "", LOG_LEVEL: "warn" };
    const { told } = await run(folder, ["server.ts"], environment);
    expect(told).toMatchObject({ bcryptCost: 13, cronSecret: "file", level: "warn" });
  });

  it("may be a required one too", async () => {
    const file = Object.entries(REQUIRED).map(([name, value]) => `export ${name}="${value}"\n`);
    const { told } = await run(folderWith(file.join("")), ["server.ts"], {});
    expect(told.databaseUrl).toBe(DATABASE_URL);
  });

  it("is not taken from the files that Next would read besides", async () => {
    const folder = folderWith("");
    for (const name of [".env.local", ".env.production"])
      writeFileSync(join(folder, name), "BCRYPT_COST=11\nOTEL_TRACES_EXPORTER=console\n");
    const { told, err } = await run(folder, ["server.ts"]);
    expect(told.bcryptCost).toBe(12);
    expect(err).toMatch(/^! \.env\.local is not read: /);
  });
});

describe("a .env", () => {
  it("in UTF-16, as PowerShell writes it, is read", async () => {
    const file = Buffer.from("\uFEFFBCRYPT_COST=11\r\n", "utf16le");
    expect((await run(folderWith(file), ["server.ts"])).told.bcryptCost).toBe(11);
  });

  it("has comments behind a space, and signs in values", async () => {
    const file = `CRON_SECRET=a#b'c # a comment\nPASSWORD_PEPPER='x # y'\nBCRYPT_COST=11 # more\n`;
    const { told } = await run(folderWith(file), ["server.ts"]);
    expect(told).toMatchObject({ cronSecret: "a#b'c", passwordPepper: "x # y", bcryptCost: 11 });
  });

  it("has a sign directly behind = in the value, and behind a space a comment", async () => {
    const file = `PASSWORD_PEPPER=#Kx9abc # a comment\nexport CRON_SECRET =#1\nBCRYPT_COST= # 11\nLOG_LEVEL=  #error\n`;
    const { told } = await run(folderWith(file), ["server.ts"]);
    expect(told).toMatchObject({ passwordPepper: "#Kx9abc", cronSecret: "#1" });
    expect(told).toMatchObject({ bcryptCost: 12, level: "info" });
  });

  it("that tells node itself something is said to come too late, in one line", async () => {
    const names = ["NODE_EXTRA_CA_CERTS", "NODE_OPTIONS"];
    const folder = folderWith(`${names[0]}=/secreto.pem\n${names[1]}=--no-warnings\n`);
    const environment = { ...REQUIRED, NODE_EXTRA_CA_CERTS: "", NODE_OPTIONS: "" };
    const late = (of: string) =>
      `! ${of} in .env comes too late: set it in the environment that node is started with\n`;
    const said = async (more: object, where = folder) =>
      (await run(where, ["server.ts"], { ...environment, ...more })).err;
    expect(await said({})).toContain(late(names.join(" and ")));
    const one = await said({ NODE_OPTIONS: "--no-warnings" });
    expect(one).toContain(late("NODE_EXTRA_CA_CERTS"));
    expect(one).not.toContain("secreto");
    expect(await said({}, folderWith("NODE_OPTIONS=\n"))).not.toContain("too late");
  });

  it.each(["server.ts", "commands/doctor/run.ts", "commands/db/migrate.ts"])(
    "that cannot be read is one clear line of %s",
    async (program) => {
      const folder = folderWith("");
      rmSync(join(folder, ".env"));
      mkdirSync(join(folder, ".env"));
      const { code, err } = await run(folder, [program]);
      expect({ code, err }).toEqual({
        code: 1,
        err: "✗ .env cannot be read (EISDIR): make it a file that this user may read\n",
      });
    },
  );
});

it("every command reads .env before anything else; what builds or tests, never", () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const programs = Object.entries<string>(scripts).flatMap(([name, line]) => {
    const file = line.split(" ").find((word) => word.endsWith(".ts"));
    return file ? [{ name, file }] : [];
  });
  const reads = (file: string) => {
    const imports = importsOf(file, readFileSync(join(ROOT, file), "utf8")).map(({ to }) => to);
    // a db command by what runs it
    const byRunner = imports.some((to) => /^commands\/db\/command$/.test(to));
    return imports[0] === "lib/config/environment" || byRunner;
  };
  expect(programs.filter(({ file }) => !reads(file)).map(({ name }) => name)).toEqual([
    ...[
      "prepack",
      "postpack",
      "build",
      "test",
      "lint",
      "format",
      "typecheck",
      "test:unit",
      "test:flows",
      "e2e",
      "gallery",
      "test:crash",
      "test:deploy",
      "passwords:generate",
      "words:generate",
    ],
  ]);
});
