import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authority, type Certificate, certificateFor } from "@/e2e/support/unit/certificates";
import { OwnPostgres } from "@/e2e/support/unit/own-postgres";
import { connectTo, poolOf } from "./connection";

const PASSWORD = "a#b/c?d@e%f";
const ESCAPED = encodeURIComponent(PASSWORD);
let server: OwnPostgres;
let ca: Certificate;
let caFile: string;

beforeAll(async () => {
  server = await OwnPostgres.start();
  ca = await authority();
  caFile = join(server.sockets, "ca.pem");
  writeFileSync(caFile, ca.cert);
  await server.sql(`create role app login password '${PASSWORD}'`);
  await server.sql("create database ingreso owner app");
});
afterAll(() => server.stop());

const at = (parameters = "", host = `127.0.0.1:${server.port}`) =>
  `postgresql://app:${ESCAPED}@${host}/ingreso${parameters}`;

/** Whether a connection is encrypted; or the code and words of what refused it. */
async function entered(uri: string): Promise<string> {
  let client: pg.Client | undefined;
  try {
    client = await connectTo(uri, { connectionTimeoutMillis: 5000 });
    const { rows } = await client.query("select ssl from pg_stat_ssl where pid = pg_backend_pid()");
    return rows[0]?.ssl ? "encrypted" : "in the clear";
  } catch (fault) {
    const { code, message } = fault as { code?: string; message: string };
    return code ?? message;
  } finally {
    await client?.end();
  }
}

const modes = (...names: string[]) => names.map((name) => at(`?sslmode=${name}`));
const all = (uris: string[]) => Promise.all(uris.map(entered));

describe("a server without TLS", () => {
  beforeAll(() => server.admit("host all all all scram-sha-256"));

  it("is entered in the clear where nobody insists on TLS, as libpq does", async () => {
    expect(await all([at(), ...modes("disable", "allow", "prefer")])).toEqual(
      Array(4).fill("in the clear"),
    );
  });

  it("is refused where TLS is required", async () => {
    const refused = await all(modes("require", "no-verify", "verify-full"));
    expect(refused).toEqual(Array(3).fill("The server does not support SSL connections"));
  });
});

describe("a server that forces TLS, with a certificate of its provider's own authority", () => {
  beforeAll(async () => {
    await server.tls(await certificateFor("localhost", { by: ca }));
    await server.admit("hostssl all all all scram-sha-256");
  });

  it("is entered by an address without sslmode, and by all that check nothing", async () => {
    const uris = [at(), ...modes("allow", "prefer", "require", "no-verify"), at("?ssl=true")];
    expect(await all(uris)).toEqual(Array(uris.length).fill("encrypted"));
  });

  it("is not believed by who wants its certificate checked, without its authority", async () => {
    expect(await all([...modes("verify-ca", "verify-full"), at("?sslrootcert=system")])).toEqual(
      Array(3).fill("UNABLE_TO_VERIFY_LEAF_SIGNATURE"),
    );
  });

  it("is believed with its authority, by name where the name is asked for", async () => {
    const root = `&sslrootcert=${encodeURIComponent(caFile)}`;
    const byName = `localhost:${server.port}`;
    expect(
      await all([
        at(`?sslmode=require${root}`),
        at(`?sslmode=verify-ca${root}`),
        at(`?sslmode=verify-full${root}`, byName),
        at(`?sslmode=verify-full${root}`),
      ]),
    ).toEqual(["encrypted", "encrypted", "encrypted", "ERR_TLS_CERT_ALTNAME_INVALID"]);
  });

  it("is bound to its certificate where the address asks for that (SCRAM-SHA-256-PLUS)", async () => {
    expect(await entered(at("?sslmode=require&channel_binding=require"))).toBe("encrypted");
  });

  it("refuses who insists on the clear, and an unreadable authority is said", async () => {
    expect(await all(modes("disable"))).toEqual(["28000"]);
    expect(await entered(at("?sslmode=verify-full&sslrootcert=/nowhere"))).toBe("ENOENT");
  });

  it("with an expired certificate is entered by who checks nothing alone", async () => {
    await server.tls(await certificateFor("localhost", { by: ca, expired: true }));
    const root = `&sslrootcert=${encodeURIComponent(caFile)}`;
    const uris = [at("?sslmode=require"), at(`?sslmode=verify-ca${root}`)];
    expect(await all(uris)).toEqual(["encrypted", "CERT_HAS_EXPIRED"]);
  });

  it("serves a pool, from its first statement on", async () => {
    const pool = poolOf(at(), { max: 3, connectionTimeoutMillis: 2500 });
    const many = await Promise.all(Array.from({ length: 9 }, () => pool.query("select 7 as n")));
    expect(many.map(({ rows }) => rows[0]?.n)).toEqual(Array(9).fill(7));
    await pool.end();
  });
});

it("a certificate's file that cannot be read fails the one that waited for a connection, and nothing else", async () => {
  await server.tls(await certificateFor("localhost", { by: ca }));
  await server.admit("hostssl all all all scram-sha-256");
  const root = join(server.sockets, "moved.pem");
  writeFileSync(root, ca.cert);
  const uri = at(`?sslmode=verify-ca&sslrootcert=${encodeURIComponent(root)}`);
  const pool = poolOf(uri, { max: 1, connectionTimeoutMillis: 2500 });
  const only = await pool.connect();
  const waits = pool.connect();
  rmSync(root);
  only.release(true);
  await expect(waits).rejects.toMatchObject({ code: "ENOENT" });
  writeFileSync(root, ca.cert);
  expect((await pool.query("select 7 as n")).rows).toEqual([{ n: 7 }]);
  await pool.end();
});

describe("an address of libpq's", () => {
  beforeAll(async () => {
    await server.tls(null);
    await server.admit("host all all all scram-sha-256", "local all all scram-sha-256");
  });

  it.each([
    ["a socket's folder as its host parameter", (s: string) => `@/ingreso?host=${s}`],
    ["a socket's folder, percent-encoded", (s: string) => `@${encodeURIComponent(s)}/ingreso`],
    ["its port as a parameter", () => "@127.0.0.1/ingreso"],
    ["its user as a parameter", () => "@127.0.0.1/ingreso?user=app"],
    ["its database as a parameter", () => "@127.0.0.1?dbname=ingreso"],
    ["several hosts, of which one answers", () => "@127.0.0.1:1,127.0.0.1/ingreso"],
  ])("may have %s", async (_, rest) => {
    const behind = rest(server.sockets);
    const port = behind.includes(":1,") ? `port=1,${server.port}` : `port=${server.port}`;
    const uri = `postgresql://app:${ESCAPED}${behind}${behind.includes("?") ? "&" : "?"}${port}`;
    expect(await entered(uri)).toBe("in the clear");
  });

  it("may have a bare @ or % in its password", async () => {
    await server.sql("create role other login password '50%off@home'");
    expect(await entered(`postgresql://other:50%off@home@127.0.0.1:${server.port}/ingreso`)).toBe(
      "in the clear",
    );
  });

  it("may name the database by its user", async () => {
    await server.sql("create database app owner app");
    expect(await entered(`postgresql://app:${ESCAPED}@127.0.0.1:${server.port}`)).toBe(
      "in the clear",
    );
  });

  it("with several hosts leads to the one that takes writes", async () => {
    await server.sql("create role reader login password 'x'");
    await server.sql("alter role reader set default_transaction_read_only = on");
    const twice = `127.0.0.1:${server.port},localhost:${server.port}`;
    expect(await entered(`postgresql://reader:x@${twice}/ingreso`)).toBe("read-only");
  });
});

it.each(["LATIN1", "SQL_ASCII"])("a database in %s is not worked on", async (encoding) => {
  const name = `in_${encoding.toLowerCase()}`;
  await server.sql(
    `create database ${name} template template0 encoding '${encoding}' locale_provider libc locale 'C'`,
  );
  expect(await entered(`postgresql://postgres@127.0.0.1:${server.port}/${name}`)).toBe("not-utf8");
});
