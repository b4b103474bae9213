import { readFileSync } from "node:fs";
import type { ConnectionOptions } from "node:tls";
import type pg from "pg";
import {
  type ConnectionUri,
  isSslMode,
  POSTGRES_SCHEMES,
  readUri,
  type SslMode,
} from "../config/connection-uri";
import { libpqVariables } from "../config/settings";

const PORT = 5432;

export type Route = Readonly<{ host: string; port: number; tls: Tls | null }>;

/** What is checked of the server's certificate: nothing, its issuer, or its name too. */
type Tls = Readonly<{ checks: "nothing" | "authority" | "name"; files: TlsFiles }>;
type TlsFiles = Readonly<{ ca?: string; cert?: string; key?: string; passphrase?: string }>;

export type DatabaseAddress = Readonly<{
  login: pg.ClientConfig;
  /** in the order in which they are tried */
  routes: readonly Route[];
  /** `?schema=`; null where the role's search_path decides */
  schema: string | null;
  /** hosts and ports, for messages */
  where: string;
}>;

/**
 * Reads a PostgreSQL URI as libpq does, since providers write theirs for it: an unset `sslmode` is `prefer`, and `require`
 * checks no certificate (PostgreSQL's manual, 34.19.1).
 * @throws {TypeError} on a malformed URI, {SettingsWrong} on an unknown PGSSLMODE
 */
export function databaseAt(text: string): DatabaseAddress {
  const read = readUri(text, POSTGRES_SCHEMES);
  if (!read.ok) throw new TypeError("no PostgreSQL URI");
  const { user, password, path, query } = read.uri;
  const hosts = hostsOf(read.uri);
  const schema = query.schema || null;
  const modes = tlsOf(query);
  return {
    login: {
      user: query.user || user || undefined,
      password: query.password || password || undefined,
      database: query.dbname || path || undefined,
      application_name: query.application_name,
      options: optionsOf(query.options, schema),
      ...(query.sslnegotiation === "direct" && { sslnegotiation: "direct" as const }),
      enableChannelBinding: ["prefer", "require"].includes(query.channel_binding ?? ""),
    },
    routes: hosts.flatMap((at) =>
      at.host.startsWith("/") ? [{ ...at, tls: null }] : modes.map((tls) => ({ ...at, tls })),
    ),
    schema,
    where: hosts
      .map(({ host, port }) => (host.startsWith("/") ? host : written(host, port)))
      .join(),
  };
}

/** Another database on the same server, and the schema in it to work in. */
export function databaseBeside(
  address: DatabaseAddress,
  database: string,
  schema: string,
): DatabaseAddress {
  const login = { ...address.login, database, options: optionsOf(undefined, schema) };
  return { ...address, login, schema };
}

/** @throws the file system's error when a certificate's file is unreadable */
export function routeConfig({ host, port, tls }: Route): pg.ClientConfig {
  return { host, port, ssl: tls === null ? false : tlsOptions(tls) };
}

function tlsOptions({ checks, files }: Tls): ConnectionOptions {
  const read = (file: string | undefined) => (file ? readFileSync(file, "utf8") : undefined);
  return {
    ca: read(files.ca),
    cert: read(files.cert),
    key: read(files.key),
    passphrase: files.passphrase,
    rejectUnauthorized: checks !== "nothing",
    ...(checks === "authority" && { checkServerIdentity: () => undefined }),
  };
}

function hostsOf({ hosts, query }: ConnectionUri): { host: string; port: number }[] {
  const named = query.host?.split(",");
  const ports = query.port?.split(",");
  return (named ?? hosts.map(({ host }) => host)).map((host, index) => {
    const port = ports ? Number(ports[index] ?? ports[0]) : hosts[named ? 0 : index]?.port;
    return { host: host || "localhost", port: port || PORT };
  });
}

function tlsOf(query: Record<string, string>): (Tls | null)[] {
  const variables = libpqVariables();
  const sslrootcert = query.sslrootcert || variables.sslrootcert;
  // Node has the public authorities
  const ca = sslrootcert === "system" ? undefined : sslrootcert;
  const files = { ca, cert: query.sslcert, key: query.sslkey, passphrase: query.sslpassword };
  const blind: Tls = { checks: "nothing", files: { ...files, ca: undefined } };
  const named: Tls = { checks: "name", files };
  // without its own authority, any public certificate would pass
  const signed: Tls = ca ? { checks: "authority", files } : named;
  switch (modeOf(query, variables.sslmode, sslrootcert)) {
    case "disable":
      return [null];
    case "allow":
      return [null, blind];
    case "require":
      return [sslrootcert ? signed : blind];
    case "no-verify":
      return [blind];
    case "verify-ca":
      return [signed];
    case "verify-full":
      return [named];
    case "prefer":
      return [blind, null];
  }
}

/** `sslmode`, or other drivers' words: JDBC's and node-postgres's `ssl`, Prisma's `sslaccept`. */
function modeOf(query: Record<string, string>, told?: SslMode, authority?: string): SslMode {
  const { sslmode = "", ssl = "", sslaccept, sslnegotiation } = query;
  if (isSslMode(sslmode)) return sslmode;
  if (told) return told;
  if (authority === "system" || sslaccept === "strict") return "verify-full";
  if (isSslMode(ssl)) return ssl;
  if (ssl === "0" || ssl === "false") return "disable";
  return ssl || sslaccept || sslnegotiation === "direct" ? "require" : "prefer";
}

function optionsOf(options: string | undefined, schema: string | null): string | undefined {
  if (schema === null) return options;
  const path = `"${schema.replaceAll('"', '""')}"`.replaceAll(/[\\ ]/g, "\\$&");
  return [options, `-c search_path=${path}`].filter(Boolean).join(" ");
}

function written(host: string, port: number): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
