import { readFile } from "node:fs/promises";
import path from "node:path";
import bcrypt from "bcrypt";
import { Cookies } from "@/testing/cookies";
import { Database } from "@/testing/database";
import { type App, type Asks, FROM, form, get, json, SECRET } from "./app";
import { install, PEERS } from "./install";
import { scriptOf } from "./server";

type Peer = Pick<App, "name" | "page" | "people" | "settings" | "asks">;

const NEXT_AUTH: Peer = {
  name: "next-auth",
  page: "/api/auth/signin",
  settings: ({ origin, databaseUrl, smtp, cost }) => ({
    ...{ DATABASE_URL: databaseUrl, NEXTAUTH_URL: origin, NEXTAUTH_SECRET: SECRET },
    ...{ EMAIL_SERVER: smtp, EMAIL_FROM: FROM, BCRYPT_COST: String(cost) },
  }),
  people: `insert into "User" (name, email, "passwordHash")
    select 'Persona ' || n, 'p' || n || '@' || $2, $1 from generate_series(1, $3::int) n`,
  async asks(origin) {
    const reply = await fetch(`${origin}/api/auth/csrf`);
    const { csrfToken } = (await reply.json()) as { csrfToken: string };
    const cookie = new Cookies().keep(reply).header;
    const posted = (to: string, fields: Record<string, string>) => {
      const { headers, body } = form({ ...fields, csrfToken, json: "true" });
      return {
        method: "POST",
        path: to,
        headers: { ...headers, cookie },
        body,
        status: 200,
      } as const;
    };
    return {
      page: get(NEXT_AUTH.page),
      session: (session) => get("/api/auth/session", { cookie: session }),
      link: (email) => posted("/api/auth/signin/email", { email }),
      open: (link) => ({ ...get(pathOf(link)), status: 302 }),
      signIn: (email, password) => posted("/api/auth/callback/credentials", { email, password }),
    };
  },
};

const BETTER_AUTH: Peer = {
  name: "better-auth",
  page: "/login",
  settings: ({ origin, databaseUrl, smtp, cost }) => ({
    ...{ DATABASE_URL: databaseUrl, BETTER_AUTH_URL: origin, BETTER_AUTH_SECRET: SECRET },
    ...{ EMAIL_SERVER: smtp, EMAIL_FROM: FROM, BCRYPT_COST: String(cost) },
    BETTER_AUTH_TELEMETRY: "0",
  }),
  people: `with people as (
      insert into "user" (name, email, "emailVerified")
      select 'Persona ' || n, 'p' || n || '@' || $2, true from generate_series(1, $3::int) n returning id)
    insert into account (id, "accountId", "providerId", "userId", password)
    select gen_random_uuid(), id, 'credential', id, $1 from people`,
  asks: async (origin) => {
    const posted = (to: string, fields: Record<string, string>) => {
      const { headers, body } = json(fields);
      return {
        method: "POST",
        path: to,
        headers: { ...headers, origin },
        body,
        status: 200,
      } as const;
    };
    return {
      page: get(BETTER_AUTH.page),
      session: (cookie) => get("/api/auth/get-session", { cookie }),
      link: (email) => posted("/api/auth/sign-in/magic-link", { email, callbackURL: "/" }),
      open: (link) => ({ ...get(pathOf(link)), status: 302 }),
      signIn: (email, password) => posted("/api/auth/sign-in/email", { email, password }),
    };
  },
};

const FASTIFY: Peer = {
  name: "fastify",
  page: "/login",
  settings: ({ origin, databaseUrl, smtp }) => ({
    ...{ DATABASE_URL: databaseUrl, ORIGIN: origin, EMAIL_SERVER: smtp, EMAIL_FROM: FROM },
  }),
  people: `insert into users (email, password_hash)
    select 'p' || n || '@' || $2, $1 from generate_series(1, $3::int) n`,
  asks: async (): Promise<Asks> => ({
    page: get(FASTIFY.page),
    session: (cookie) => get("/session", { cookie }),
    link: (email) => ({ ...form({ email }), method: "POST", path: "/link", status: 303 }),
    open: (link) => ({ ...get(pathOf(link)), status: 303 }),
    signIn: (email, password) => ({
      ...form({ email, password }),
      ...{ method: "POST", path: "/sign-in", status: 303 },
    }),
  }),
};

/** The peers, installed and built where they are not yet. */
export async function peers(say: (line: string) => void, signal: AbortSignal): Promise<App[]> {
  const all: App[] = [];
  for (const peer of [NEXT_AUTH, BETTER_AUTH, FASTIFY]) all.push(await ready(peer, say, signal));
  return all;
}

/** next-auth as its documentation sets it up, installed and built where it is not yet. */
export const stockNextAuth = (say: (line: string) => void, signal: AbortSignal): Promise<App> =>
  ready(NEXT_AUTH, say, signal);

async function ready(peer: Peer, say: (line: string) => void, signal: AbortSignal): Promise<App> {
  const folder = await install(peer.name, say, signal);
  const tables = path.join(PEERS, peer.name, "tables.sql");
  return {
    ...peer,
    folder,
    command: scriptOf(folder, "start"),
    async prepare(databaseUrl) {
      const database = new Database(databaseUrl);
      await database.sql(await readFile(tables, "utf8"));
      await database.close();
    },
    hash: (password, cost) => bcrypt.hash(password, cost),
  };
}

function pathOf(link: string): string {
  const { pathname, search } = new URL(link);
  return pathname + search;
}
