import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "@/commands/db/migrations";
import { authority, certificateFor } from "@/e2e/support/unit/certificates";
import { OwnPostgres } from "@/e2e/support/unit/own-postgres";
import { tell } from "@/e2e/support/unit/settings";
import { examine } from "./examine";

const PASSWORD = "clave-muy-secreta";
let server: OwnPostgres;
let caFile: string;

beforeAll(async () => {
  server = await OwnPostgres.start();
  const ca = await authority();
  caFile = join(server.sockets, "ca.pem");
  writeFileSync(caFile, ca.cert);
  await server.tls(await certificateFor("db.internal", { by: ca }));
  for (const statement of [
    `create role app login createdb password '${PASSWORD}'`,
    `create role reader login password '${PASSWORD}'`,
    "create database ingreso owner app",
    "create database bare",
    "create database closed",
    "create database latin encoding 'LATIN1' template template0 locale_provider libc locale 'C'",
  ])
    await server.sql(statement);
  await server.sql("create table theirs (id int)", "bare");
  await server.admit("hostssl all all all scram-sha-256");
  await migrate(at("app", "ingreso"));
});
afterAll(() => server.stop());

const at = (user: string, database: string, parameters = "", password = PASSWORD) =>
  `postgresql://${user}:${password}@127.0.0.1:${server.port}/${database}${parameters}`;

const OF_DATABASE = ["database", "migrations", "tables", "encryption"];

/** What the doctor finds broken or worth a warning about the database. */
async function found(DATABASE_URL: string, DATABASE_DIRECT_URL?: string): Promise<string[]> {
  tell({ DATABASE_URL, DATABASE_DIRECT_URL });
  const findings = await examine();
  expect(JSON.stringify(findings)).not.toContain(PASSWORD);
  return findings
    .filter(({ check, gravity }) => OF_DATABASE.includes(check) && /broken|warning/.test(gravity))
    .map(({ check, says, todo }) => `${check}: ${says} → ${todo}`);
}

const migrated = (url: string) =>
  migrate(url).then(
    () => "applied",
    (fault: Error) => fault.message,
  );

describe("the doctor and db:migrate say the same of a database", () => {
  const cases: [string, () => string, RegExp][] = [
    [
      "whose password is another one",
      () => at("app", "ingreso", "", "otra"),
      /refuses the password of "app" \(28P01\).*write # as %23/,
    ],
    ["that is not there", () => at("app", "nowhere"), /"nowhere" does not exist .*\(3D000\)/],
    [
      "that forces TLS, where the address forbids it",
      () => at("app", "ingreso", "?sslmode=disable"),
      /refuses the user "app" from here \(28000\).*sslmode=require/,
    ],
    [
      "whose provider has an authority of its own",
      () => at("app", "ingreso", "?sslmode=verify-full"),
      /no authority known here has signed \(UNABLE_TO_VERIFY_LEAF_SIGNATURE\).*sslrootcert=/,
    ],
    [
      "whose certificate is for another name",
      () => at("app", "ingreso", `?sslmode=verify-full&sslrootcert=${caFile}`),
      /for another name .*sslmode=verify-ca/,
    ],
    [
      "whose authority's file is not there",
      () => at("app", "ingreso", "?sslmode=verify-full&sslrootcert=/nowhere.pem"),
      /file of sslrootcert.* cannot be read \(ENOENT\)/,
    ],
    ["in LATIN1", () => at("app", "latin"), /"latin" .*not encoded in UTF8 .*encoding 'UTF8'/],
    [
      "whose host has no address",
      () => "postgresql://app:x@db.invalid/ingreso",
      /cannot be reached: its name has no address/,
    ],
    [
      "whose socket is not there",
      () => "postgresql://app:x@/ingreso?host=/nowhere",
      /cannot be reached: there is no socket \(ENOENT\)/,
    ],
  ];

  it.each(cases)("%s", async (_, url, words) => {
    const [line = "", ...more] = await found(url());
    expect(more).toEqual([]);
    expect(line).toMatch(words);
    const [says, todo] = line.replace(/^database: /, "").split(" → ");
    expect(await migrated(url())).toBe(`${says}: ${todo}`);
  });

  it("in whose schema the user may make nothing", async () => {
    const line = await migrated(at("reader", "closed"));
    expect(line).toMatch(/^the user "reader" may not .*\(42501\): as the owner: grant /);
  });

  it("in whose schema another program has its tables", async () => {
    await server.sql("grant all on schema public to app", "bare");
    expect(await migrated(at("app", "bare"))).toMatch(
      /^the schema has tables of another program .*\?schema=ingreso in DATABASE_URL$/,
    );
    await server.sql("grant create on database bare to app");
    expect(await migrated(at("app", "bare", "?schema=ingreso"))).toBe("applied");
    expect(await found(at("app", "bare", "?schema=ingreso"))).toEqual([]);
  });
});

describe("the doctor sees of a migrated database", () => {
  it("nothing, where all is well", async () => {
    expect(await found(at("app", "ingreso"))).toEqual([]);
  });

  it("that DATABASE_DIRECT_URL is the wrong one, by its name", async () => {
    const direct = at("app", "ingreso", "", "otra");
    const [line = "", ...more] = await found(at("app", "ingreso"), direct);
    expect([line, ...more]).toHaveLength(1);
    expect(line).toMatch(/correct it in DATABASE_DIRECT_URL/);
  });

  it("that the app's user may not touch the tables", async () => {
    await server.sql("grant usage on schema public to reader", "ingreso");
    await server.sql("grant select on all tables in schema public to reader", "ingreso");
    const [line = ""] = await found(at("reader", "ingreso"), at("app", "ingreso"));
    expect(line).toMatch(
      /^tables: the user "reader" may not read and write User, .* → as the owner: grant /,
    );
  });

  it("that the app's user looks in another schema", async () => {
    await server.sql("create schema reader authorization reader", "ingreso");
    await server.sql("alter role reader set search_path = reader");
    const [line = ""] = await found(at("reader", "ingreso"), at("app", "ingreso"));
    expect(line).toMatch(/^tables: the user "reader" does not find User, .* in its schema reader/);
  });

  it("that it takes no writes", async () => {
    await server.sql("alter role app in database ingreso set default_transaction_read_only = on");
    const [line = ""] = await found(at("app", "ingreso"));
    expect(line).toMatch(/^tables: the server takes no writes/);
  });
});
