import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startInbox } from "@/local/inbox/start";
import { servicePorts } from "@/local/ports";
import { startPostgres } from "@/local/postgres/start";
import { generate } from "@/prisma/commands/generate.mjs";
import { migrate } from "@/prisma/commands/migrate";
import { createDatabase } from "../lab/database";

declare module "vitest" {
  interface ProvidedContext {
    /** any database of the server: new ones are made from there */
    server: string;
    /** name of the migrated database that each test file gets a copy of */
    template: string;
    /** a set for each worker, so that a fault told to one disturbs nobody else */
    services: { smtp: string; inbox: string }[];
  }
}

/** Before the first test file: one PostgreSQL with a migrated template, and an inbox for each worker. */
export default async function services(project: TestProject): Promise<() => Promise<void>> {
  generate();
  const workers = Number(project.vitest.config.maxWorkers);
  const [postgresPort = 0, ...ports] = await servicePorts(process.pid, 1 + 2 * workers);
  const folder = await mkdtemp(join(tmpdir(), "ingreso-unit-"));
  const postgres = await startPostgres({ folder, port: postgresPort, fast: true });
  const template = await createDatabase(postgres.url);
  await migrate(template);
  const inboxes = await Promise.all(
    Array.from({ length: workers }, (_, worker) =>
      startInbox(ports[worker * 2] ?? 0, ports[worker * 2 + 1] ?? 0),
    ),
  );
  project.provide("server", postgres.url);
  project.provide("template", new URL(template).pathname.slice(1));
  project.provide(
    "services",
    inboxes.map(({ smtp, url }) => ({ smtp, inbox: url })),
  );
  return async () => {
    await Promise.all(inboxes.map((inbox) => inbox.stop()));
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
