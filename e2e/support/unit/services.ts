import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { generate } from "@/commands/db/generate.mjs";
import { migrate } from "@/commands/db/migrations";
import { startGoogle } from "@/local/google/start";
import { startInbox } from "@/local/inbox/start";
import { servicePorts } from "@/local/ports";
import { startPostgres } from "@/local/postgres/start";
import { createDatabase } from "@/testing/database";

declare module "vitest" {
  interface ProvidedContext {
    /** any database of the server: new ones are made from there */
    server: string;
    /** name of the migrated database that each test file gets a copy of */
    template: string;
    /** a set for each worker, so that a fault told to one disturbs nobody else */
    services: { smtp: string; inbox: string; google: string }[];
  }
}

/** Two runs at once have neighbouring process numbers; their ports must not meet. */
const APART = 3;

/** Before the first test file: one PostgreSQL with a migrated template, and an inbox and a Google for each worker. */
export default async function services(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "ingreso-unit-"));
  const [port = 0] = await servicePorts(process.pid * APART, 1);
  const postgres = await startPostgres({ folder, port, fast: true });
  const stop = await servicesAround(postgres, project);
  return async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** The same with another PostgreSQL, which ends with them. */
export async function servicesAround(
  postgres: { url: string; stop(): Promise<void> },
  project: TestProject,
): Promise<() => Promise<void>> {
  generate();
  const workers = Number(project.vitest.config.maxWorkers);
  const ports = await servicePorts(process.pid * APART, 3 * workers);
  const template = await createDatabase(postgres.url);
  await migrate(template);
  const sets = await Promise.all(
    Array.from({ length: workers }, (_, worker) => startSet(ports.slice(worker * 3))),
  );
  project.provide("server", postgres.url);
  project.provide("template", new URL(template).pathname.slice(1));
  project.provide(
    "services",
    sets.map(({ inbox, google }) => ({ smtp: inbox.smtp, inbox: inbox.url, google: google.url })),
  );
  return async () => {
    await Promise.all(sets.flatMap(({ inbox, google }) => [inbox.stop(), google.stop()]));
    await postgres.stop();
  };
}

async function startSet([web = 0, smtp = 0, issuer = 0]: number[]) {
  const [inbox, google] = await Promise.all([startInbox(web, smtp), startGoogle(issuer)]);
  return { inbox, google };
}
