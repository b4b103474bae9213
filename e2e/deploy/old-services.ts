import type { TestProject } from "vitest/node";
import { servicesAround } from "../support/unit/services";
import { startOldPostgres } from "./old-postgres";

/** The services of the unit tests, around PostgreSQL 14. */
export default async function services(project: TestProject): Promise<() => Promise<void>> {
  const folder = process.env.OLD_POSTGRES;
  if (!folder) throw new Error("npm run test:deploy brings PostgreSQL 14, and then runs these");
  return await servicesAround(await startOldPostgres(folder), project);
}
