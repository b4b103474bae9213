import type pg from "pg";
import { databaseAt } from "../../lib/database/address";
import { isLoopback } from "../../lib/ip";
import { type Finding, findingsOf } from "./finding";

const { ok, note, warning } = findingsOf("encryption");

/** Whether others on the way to the database can read along, or stand in its place. */
export function encryptionFinding(client: pg.Client, databaseUrl: string): Finding {
  const { hosts, checks } = trust(databaseUrl);
  if (hosts.every((host) => host.startsWith("/") || isLoopback(host)))
    return ok("the database is on this machine");
  if (!("getPeerCertificate" in client.connection.stream))
    return warning(
      "the connection to the database is not encrypted",
      "within a network of your own that may do; else turn TLS on there, and add sslmode=verify-full or require",
    );
  if (checks) return ok("the connection to the database is encrypted, and its certificate checked");
  return note(
    "the connection to the database is encrypted, but its certificate is not checked",
    "add sslmode=verify-full, and sslrootcert=/path/of/the/authority.pem where your provider has its own",
  );
}

function trust(databaseUrl: string): { hosts: string[]; checks: boolean } {
  const { routes } = databaseAt(databaseUrl);
  return {
    hosts: routes.map(({ host }) => host),
    checks: routes.every(({ tls }) => tls !== null && tls.checks !== "nothing"),
  };
}
