import addressparser from "nodemailer/lib/addressparser";
import * as z from "zod";
import { isLoopback } from "../ip";
import { LANGUAGES, type Language, languageOf } from "../messages/languages";
import { singleton } from "../singleton";
import { BRAND } from "./brand";
import { isSslMode, POSTGRES_SCHEMES, readUri, SSL_MODES, type SslMode } from "./connection-uri";
import { PUBLIC_PEPPER, USUAL_BCRYPT_COST } from "./hashing";
import { limits } from "./limits";

/** characters: a shorter one is accepted with a warning */
const CRON_SECRET_LONG = 16;

const SSL_MODE_WRONG = `PGSSLMODE must be one of ${SSL_MODES.join(", ")}`;

const LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

const { secretShortest } = limits;
const secret = z.string().min(secretShortest, `must have at least ${secretShortest} characters`);
const text = z.string().trim().min(1, { error: "must not be blank", abort: true });
const address = (...protocols: string[]) =>
  text.refine(
    (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
    `must be an address that begins with ${protocols.map((p) => `${p}//`).join(" or ")}`,
  );
const page = () => address("https:", "http:").optional();
const server = (...schemes: string[]) =>
  text.superRefine((value, context) => {
    const read = readUri(value, schemes);
    if (!read.ok) context.addIssue(read.must);
    // the mailer reads its address as a URL
    else if (schemes.includes("smtp") && !(URL.canParse(value) && new URL(value).hostname))
      context.addIssue("must name a host");
  });
const whole = (least: number, most: number) =>
  text
    .refine(
      (value) => /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most,
      `must be a whole number from ${least} to ${most}`,
    )
    .transform(Number);

type Offered = readonly [Language, ...Language[]];

const variables = z.object({
  DATABASE_URL: server(...POSTGRES_SCHEMES),
  DATABASE_DIRECT_URL: server(...POSTGRES_SCHEMES).optional(),
  NEXTAUTH_URL: address("https:", "http:").superRefine((value, context) => {
    if (!URL.canParse(value)) return;
    const url = new URL(value);
    if (url.protocol === "http:" && !isLoopback(url.hostname))
      context.addIssue("must be https: (http: only for localhost)");
    if (!["/", "/api/auth", "/api/auth/"].includes(url.pathname) || url.search || url.username)
      context.addIssue("must be an origin alone, such as https://ingreso.example.com");
  }),
  NEXTAUTH_SECRET: secret,
  NEXTAUTH_SECRET_PREVIOUS: secret.optional(),
  PASSWORD_PEPPER: z.string().min(1).default(PUBLIC_PEPPER),
  EMAIL_SERVER: server("smtp", "smtps"),
  EMAIL_FROM: text
    .refine(isOneAddress, `must be one address, such as ${BRAND.name} <ingreso@example.com>`)
    .default(BRAND.emailFrom),
  GOOGLE_CLIENT_ID: text.optional(),
  GOOGLE_CLIENT_SECRET: text.optional(),
  GOOGLE_ISSUER: address("https:", "http:").default("https://accounts.google.com"),
  TRUSTED_PROXY_HOPS: whole(0, 10).optional(),
  BCRYPT_COST: whole(limits.bcryptCostLeast, limits.bcryptCostMost).default(USUAL_BCRYPT_COST),
  CRON_SECRET: z.string().optional(),
  TERMS_URL: page(),
  PRIVACY_URL: page(),
  SUPPORT_URL: z
    .union([address("https:", "http:"), text.regex(/^mailto:[^@\s]+@[^@\s]+$/i)], {
      error: "must be an address that begins with https:// or http://, or mailto: and one address",
    })
    .optional(),
  STATUS_URL: page(),
  APP_URL: page(),
  LANGUAGES: text.default("es,en,pt-BR").transform((list, context): Offered => {
    const asked = list.split(",").map((tag) => languageOf(tag.trim()));
    const [first, ...others] = new Set(asked.filter((language) => language !== null));
    if (first && !asked.includes(null)) return [first, ...others];
    context.addIssue(`must be a list of ${LANGUAGES.join(", ")}`);
    return z.NEVER;
  }),
  PORT: whole(1, 65_535).default(3000),
  LOG_LEVEL: text
    .refine((value) => LEVELS.includes(value), `must be one of ${LEVELS.join(", ")}`)
    .default("info"),
});

/** The variables that the product reads, OpenTelemetry's and a platform's own aside. */
export const VARIABLES: readonly string[] = Object.keys(variables.shape);

export type Settings = Readonly<{
  databaseUrl: string;
  /** the public origin of every link in a mail, without a slash at its end */
  origin: string;
  https: boolean;
  secret: string;
  previousSecret: string | null;
  passwordPepper: string;
  emailServer: string;
  emailFrom: string;
  /** null: no Google button */
  google: Readonly<{ clientId: string; clientSecret: string; issuer: string }> | null;
  /** offered to readers; the first where nothing says which */
  languages: Offered;
  /** how many proxies in front are ours */
  trustedProxyHops: number;
  /** no process of ours stands in front: the platform's headers identify the client */
  serverless: boolean;
  bcryptCost: number;
  /** `npm run dev` */
  development: boolean;
  cronSecret: string | null;
  termsUrl: string | null;
  privacyUrl: string | null;
  /** also `mailto:` */
  supportUrl: string | null;
  statusUrl: string | null;
  /** the product that one signs in to */
  appUrl: string | null;
  port: number;
  logLevel: string;
}>;

export type Environment = Record<string, string | undefined>;
export type SettingsRead = { ok: true; settings: Settings } | { ok: false; problems: string[] };

/** `problems` has a line for each wrong setting. */
export class SettingsWrong extends Error {
  override name = "SettingsWrong";
  constructor(readonly problems: string[]) {
    super(problems.join("\n"));
  }
}

/** An empty variable counts as unset. */
export function readSettings(environment: Environment = process.env): SettingsRead {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const serverless = set.VERCEL !== undefined;
  // a preview's mails must lead to the preview
  const preview = set.VERCEL_ENV === "preview";
  const platformHost = (!preview && set.VERCEL_PROJECT_PRODUCTION_URL) || set.VERCEL_URL;
  if (serverless && platformHost) set.NEXTAUTH_URL ??= `https://${platformHost}`;

  const parsed = variables.safeParse(set);
  const problems = parsed.success ? [] : parsed.error.issues.map(problemOf);
  if (set.AUTH_TRUST_HOST !== undefined)
    problems.push("AUTH_TRUST_HOST must not be set: it would build links from a request's Host");
  if ((set.GOOGLE_CLIENT_ID === undefined) !== (set.GOOGLE_CLIENT_SECRET === undefined))
    problems.push("GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET go together");
  if (serverless && set.TRUSTED_PROXY_HOPS === "0")
    problems.push("TRUSTED_PROXY_HOPS cannot be 0 on a serverless host: no socket is ours");
  if (!isSslMode(set.PGSSLMODE ?? "prefer")) problems.push(SSL_MODE_WRONG);
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  const development = set.NODE_ENV === "development";
  return { ok: true, settings: settingsFrom(parsed.data, { serverless, development }) };
}

export function warningsOf({ cronSecret }: Pick<Settings, "cronSecret">): string[] {
  if (cronSecret === null || cronSecret.length >= CRON_SECRET_LONG) return [];
  return [`CRON_SECRET has fewer than ${CRON_SECRET_LONG} characters and can be guessed`];
}

/** Read once a process. @throws SettingsWrong */
export function settings(): Settings {
  return singleton("settings", () => {
    const read = readSettings();
    if (!read.ok) throw new SettingsWrong(read.problems);
    // next-auth reads its origin here, and would otherwise take it from a request's Host
    process.env.NEXTAUTH_URL = read.settings.origin;
    return read.settings;
  });
}

/** For a command that needs no other setting. @throws SettingsWrong */
export function databaseAddress(): string {
  const { DATABASE_URL = "" } = process.env;
  const read = variables.shape.DATABASE_URL.safeParse(DATABASE_URL || undefined);
  libpqVariables();
  if (read.success) return read.data;
  const issues = read.error.issues.map((issue) => ({ ...issue, path: ["DATABASE_URL"] }));
  throw new SettingsWrong(issues.map(problemOf));
}

/** libpq's variables about TLS, by its parameters' names. @throws SettingsWrong on an unknown mode, as libpq */
export function libpqVariables(): { sslmode?: SslMode; sslrootcert?: string } {
  const { PGSSLMODE, PGSSLROOTCERT: sslrootcert } = process.env;
  const sslmode = PGSSLMODE || undefined;
  if (sslmode !== undefined && !isSslMode(sslmode)) throw new SettingsWrong([SSL_MODE_WRONG]);
  return { ...(sslmode && { sslmode }), ...(sslrootcert && { sslrootcert }) };
}

/** OpenTelemetry's own variables (see `telemetry/wanted`). */
export function telemetryVariables(): Environment {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name.startsWith("OTEL_")),
  );
}

/** An optional name and one address, parsed as a mail's header is. */
function isOneAddress(value: string): boolean {
  const [only, ...more] = addressparser(value, { flatten: true });
  const address = only?.address ?? "";
  return (
    more.length === 0 &&
    !/\p{Cc}|<.*</u.test(value) &&
    /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/.test(address) &&
    (value.endsWith(address) || value.endsWith(`<${address}>`))
  );
}

function problemOf(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0]);
  const missing = issue.code === "invalid_type" && issue.input === undefined;
  return missing ? `${name} is not set` : `${name} ${issue.message}`;
}

function settingsFrom(
  read: z.infer<typeof variables>,
  { serverless, development }: { serverless: boolean; development: boolean },
): Settings {
  const url = new URL(read.NEXTAUTH_URL);
  return {
    databaseUrl: read.DATABASE_URL,
    origin: url.origin,
    https: url.protocol === "https:",
    secret: read.NEXTAUTH_SECRET,
    previousSecret: read.NEXTAUTH_SECRET_PREVIOUS ?? null,
    passwordPepper: read.PASSWORD_PEPPER,
    emailServer: read.EMAIL_SERVER,
    emailFrom: read.EMAIL_FROM,
    google:
      read.GOOGLE_CLIENT_ID && read.GOOGLE_CLIENT_SECRET
        ? {
            clientId: read.GOOGLE_CLIENT_ID,
            clientSecret: read.GOOGLE_CLIENT_SECRET,
            issuer: read.GOOGLE_ISSUER.replace(/\/$/, ""),
          }
        : null,
    languages: read.LANGUAGES,
    trustedProxyHops: read.TRUSTED_PROXY_HOPS ?? (serverless ? 1 : 0),
    serverless,
    bcryptCost: read.BCRYPT_COST,
    development,
    cronSecret: read.CRON_SECRET ?? null,
    termsUrl: read.TERMS_URL ?? BRAND.links.termsUrl,
    privacyUrl: read.PRIVACY_URL ?? BRAND.links.privacyUrl,
    supportUrl: read.SUPPORT_URL ?? BRAND.links.supportUrl,
    statusUrl: read.STATUS_URL ?? BRAND.links.statusUrl,
    appUrl: read.APP_URL ?? BRAND.links.appUrl,
    port: read.PORT,
    logLevel: read.LOG_LEVEL,
  };
}
