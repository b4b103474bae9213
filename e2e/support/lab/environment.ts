import { VARIABLES } from "@/lib/config/settings";

/** Every variable that tells the product something. The tests take none of them from outside. */
const TOLD = new Set([
  ...VARIABLES,
  "AUTH_TRUST_HOST",
  "VERCEL",
  "VERCEL_ENV",
  "VERCEL_URL",
  "VERCEL_PROJECT_PRODUCTION_URL",
  "PGSSLMODE",
  "PGSSLROOTCERT",
  "NODE_ENV",
  "NODE_OPTIONS",
  "FORCE_COLOR",
]);

/** Somebody's collector would be told of the tests' people. */
const TELEMETRY = /^OTEL_/;

function isTold(name: string): boolean {
  return TOLD.has(name) || TELEMETRY.test(name);
}

/** A developer may have a `.env` in this clone: no process of the tests reads it (see lib/config/environment.ts). */
const NO_FILE = { __NEXT_PROCESSED_ENV: "true" };

/**
 * The environment without what a person's shell says about the product: a test that touched the database named
 * there would touch somebody's accounts.
 */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !isTold(name));
  return Object.fromEntries([...kept, ...Object.entries(NO_FILE)]) as NodeJS.ProcessEnv;
}

/** Replaces what this process was told about the product by `settings` alone. */
export function setEnvironment(settings: Record<string, string>): void {
  for (const name of Object.keys(process.env))
    if (isTold(name) && name !== "NODE_ENV") delete process.env[name];
  Object.assign(process.env, settings, NO_FILE);
}
