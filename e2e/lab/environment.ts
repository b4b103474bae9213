/** Every variable that tells the product something. The tests take none of them from outside. */
const SETTINGS = [
  "DATABASE_URL",
  "DATABASE_DIRECT_URL",
  "NEXTAUTH_URL",
  "NEXTAUTH_SECRET",
  "NEXTAUTH_SECRET_PREVIOUS",
  "PASSWORD_PEPPER",
  "EMAIL_SERVER",
  "EMAIL_FROM",
  "GOOGLE_CLIENT_ID",
  "GOOGLE_CLIENT_SECRET",
  "GOOGLE_ISSUER",
  "TRUSTED_PROXY_HOPS",
  "BCRYPT_COST",
  "CRON_SECRET",
  "TERMS_URL",
  "PRIVACY_URL",
  "PORT",
  "LOG_LEVEL",
  "AUTH_TRUST_HOST",
  "VERCEL",
  "VERCEL_URL",
  "VERCEL_PROJECT_PRODUCTION_URL",
  "NODE_ENV",
  "NODE_OPTIONS",
  "FORCE_COLOR",
];

/** Somebody's collector would be told of the tests' people. */
const TELEMETRY = /^OTEL_/;

function isTold(name: string): boolean {
  return SETTINGS.includes(name) || TELEMETRY.test(name);
}

/**
 * The environment without what a person's shell says about the product: a test that touched the database named
 * there would touch somebody's accounts.
 */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !isTold(name));
  return Object.fromEntries(kept) as NodeJS.ProcessEnv;
}

/** Replaces what this process was told about the product by `settings` alone. */
export function setEnvironment(settings: Record<string, string>): void {
  for (const name of Object.keys(process.env))
    if (isTold(name) && name !== "NODE_ENV") delete process.env[name];
  Object.assign(process.env, settings);
}
