import { checkDatabase, DatabaseUnavailable, namedDatabase } from "@/commands/db/database";
import { readSettings, type Settings, settings } from "@/lib/config/settings";
import { databaseAdvice } from "@/lib/database/advice";
import { healthChecks } from "@/lib/health/checks";
import { databaseFindings } from "./database";
import { type Finding, findingsOf } from "./finding";
import { googleFindings } from "./google";
import { hashingFindings } from "./hashing";
import { mailFindings } from "./mail";
import { migrationFindings } from "./migrations";
import { placeFindings } from "./place";
import { processFindings } from "./process";
import { providerFindings } from "./provider";
import { secretFindings } from "./secrets";
import { senderFindings } from "./sender";
import { tableFindings } from "./tables";
import { versionFindings } from "./versions";

/** Looks at everything that the product stands on, in the place where it runs. Changes nothing, sends nothing. */
export async function examine(): Promise<Finding[]> {
  const set = findingsOf("settings");
  const read = readSettings();
  if (!read.ok)
    return read.problems.map((problem) => set.broken(problem, "see Settings in .env.example"));
  const told = settings();
  const found = await Promise.all([
    ...[secretFindings(told), placeFindings(told), processFindings(told), versionFindings()],
    database(told, namedDatabase()),
    mailFindings(told),
    providerFindings(told),
    senderFindings(told.emailFrom),
    healthChecks.google().then((state) => googleFindings(told, state)),
  ]);
  // alone at the end: what else runs would be measured along
  return [set.ok("complete"), ...found.flat(), ...(await hashingFindings(told))];
}

async function database({ databaseUrl }: Settings, directUrl = databaseUrl): Promise<Finding[]> {
  try {
    for (const url of new Set([databaseUrl, directUrl])) await checkDatabase(url);
    const found = await databaseFindings(databaseUrl, directUrl);
    const migrated = await migrationFindings(directUrl);
    const pending = migrated.some(({ gravity }) => gravity === "broken");
    return [...found, ...migrated, ...(pending ? [] : await tableFindings(databaseUrl))];
  } catch (fault) {
    const known = fault instanceof DatabaseUnavailable;
    const { says, todo } = known ? fault.advice : databaseAdvice(fault, databaseUrl);
    return [findingsOf("database").broken(says, todo)];
  }
}
