import path from "node:path";
import { BRAND } from "@/lib/config/brand";
import { VARIABLES } from "@/lib/config/settings";
import { startGoogle } from "./google/start";
import { startInbox } from "./inbox/start";
import { servicePorts } from "./ports";
import { startPostgres } from "./postgres/start";
import { localFolder, localSecret } from "./state";
import type { Supervisor } from "./supervise";

export type Environment = Record<string, string | undefined>;

export type Services = {
  databaseUrl: string;
  /** The folder of the database where it is ours, to migrate and to seed; null where one is named. */
  embedded: string | null;
  /** Where migrations go on a named database: past its pooler. */
  directUrl: string;
  smtp: string;
  /** null where a real mail server is named. */
  inbox: string | null;
  google: string;
  /** The settings of an app that uses them, complete. */
  env: Record<string, string>;
  /** The guards of what runs, for the last one to wait for (see child-process.ts). */
  guards: number[];
};

/** What the product is told besides the services, with its defaults. */
const DEFAULTS: Environment = {
  EMAIL_FROM: BRAND.emailFrom,
  TRUSTED_PROXY_HOPS: "0",
  BCRYPT_COST: "12",
  LOG_LEVEL: "info",
};

/** Starts each service that the environment does not name, and tells how to reach them all. */
export async function startServices(
  supervisor: Supervisor,
  { port, environment, fast }: { port: number; environment: Environment; fast: boolean },
): Promise<Services> {
  const set = (name: string) => environment[name] || undefined;
  const appUrl = set("NEXTAUTH_URL") ?? `http://localhost:${port}`;
  const [web = 0, smtp = 0, issuer = 0, database = 0] = await servicePorts(port, 4);

  const named = set("DATABASE_URL");
  const postgres = named
    ? undefined
    : await supervisor.start({
        name: "PostgreSQL",
        doing: "Starting an embedded PostgreSQL",
        start: () =>
          startPostgres({
            folder: path.join(localFolder(), fast ? `test-${port}` : `${port}`, "postgres"),
            port: database,
            fast,
            fresh: fast,
          }),
      });
  const inbox = set("EMAIL_SERVER")
    ? undefined
    : await supervisor.start({
        name: "the inbox",
        doing: "Starting the mail inbox",
        start: () => startInbox(web, smtp),
      });
  const google = set("GOOGLE_CLIENT_ID")
    ? undefined
    : await supervisor.start({
        name: "the local Google",
        doing: "Starting a local Google",
        start: () => startGoogle(issuer, [new URL(appUrl).origin]),
      });

  const databaseUrl = named ?? postgres?.url ?? "";
  const smtpUrl = set("EMAIL_SERVER") ?? inbox?.smtp ?? "";
  const googleUrl = google?.url ?? set("GOOGLE_ISSUER") ?? "https://accounts.google.com";
  const env: Environment = {
    DATABASE_URL: databaseUrl,
    DATABASE_DIRECT_URL: named && set("DATABASE_DIRECT_URL"),
    NEXTAUTH_URL: appUrl,
    NEXTAUTH_SECRET: set("NEXTAUTH_SECRET") ?? localSecret(),
    EMAIL_SERVER: smtpUrl,
    GOOGLE_CLIENT_ID: google?.clientId ?? set("GOOGLE_CLIENT_ID"),
    GOOGLE_CLIENT_SECRET: google?.clientSecret ?? set("GOOGLE_CLIENT_SECRET"),
    GOOGLE_ISSUER: googleUrl,
    PORT: String(port),
  };
  for (const [name, value] of Object.entries(DEFAULTS)) env[name] = set(name) ?? value;
  for (const name of VARIABLES) if (!(name in env)) env[name] = set(name);

  return {
    databaseUrl,
    embedded: postgres?.folder ?? null,
    directUrl: (named && set("DATABASE_DIRECT_URL")) || databaseUrl,
    smtp: smtpUrl,
    inbox: inbox?.url ?? null,
    google: googleUrl,
    env: Object.fromEntries(
      Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    guards: postgres ? [postgres.guard] : [],
  };
}
