import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { migrate } from "@/commands/db/migrations";
import { buildCopy } from "@/e2e/support/build-copy";
import { ROOT } from "@/local/root";
import { type App, FROM, form, get, SECRET, somewhere } from "./app";
import { scriptOf } from "./server";

const PAGE = "/login";
/** What is told where nothing is asked for. */
const NOWHERE = {
  origin: "http://localhost:1",
  databaseUrl: "postgresql://localhost/none",
  smtp: "smtp://localhost",
};

/** The product as `npm start` runs it. */
export const PRODUCT: App = {
  name: "ingreso",
  folder: ROOT,
  command: scriptOf(ROOT, "start"),
  page: PAGE,
  settings: ({ origin, databaseUrl, smtp, cost }) => ({
    ...{ DATABASE_URL: databaseUrl, NEXTAUTH_URL: origin, NEXTAUTH_SECRET: SECRET },
    ...{ EMAIL_SERVER: smtp, EMAIL_FROM: FROM, BCRYPT_COST: String(cost) },
    ...{ TRUSTED_PROXY_HOPS: "1", LOG_LEVEL: "warn" },
  }),
  prepare: migrate,
  people: `insert into "User" (email, name, "passwordHash", "passwordScheme")
    select 'p' || n || '@' || $2, 'Persona ' || n, $1, 'bcrypt-hmac-v1' from generate_series(1, $3::int) n`,
  async hash(password, cost) {
    const settings = PRODUCT.settings({ ...NOWHERE, cost });
    const env = { ...settings, NODE_ENV: "production" as const };
    const args = ["--import", "tsx", "bench/apps/hash.ts", password];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT, env });
    return stdout.trim();
  },
  asks: async () => ({
    page: get(PAGE),
    session: (cookie) => get("/api/auth/session", { cookie }),
    link: (email) => posted("/api/auth/signin/email", { email }),
    open: (link) =>
      posted("/api/auth/callback/email", { token: new URL(link).searchParams.get("token") ?? "" }),
    signIn: (email, password) => posted("/api/auth/callback/credentials", { email, password }),
  }),
};

/** The product as a serverless host has it: built with its settings, and called without its server. */
const SERVERLESS: App = {
  ...PRODUCT,
  name: "ingreso, next start",
  command: "exec next start",
  settings: (at) => ({ ...PRODUCT.settings(at), VERCEL: "1" }),
};

/** Builds that in a folder of its own, where the pages become files, for as long as the work lasts. */
export async function withServerless<T>(work: (app: App) => Promise<T>): Promise<T> {
  const made = mkdtempSync(path.join(tmpdir(), "ingreso-bench-"));
  try {
    const folder = path.join(made, "app");
    // only the cookies' names have the origin in them: the page is asked for without any
    const env = { ...SERVERLESS.settings({ ...NOWHERE, cost: 12 }), NODE_ENV: "production" };
    buildCopy(folder, { env });
    return await work({ ...SERVERLESS, folder });
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

function posted(path: string, fields: Record<string, string>) {
  const { headers, body } = form(fields);
  const all = { ...headers, ...somewhere(), "sec-fetch-site": "same-origin" };
  return { method: "POST" as const, path, headers: all, body, status: 303 };
}
