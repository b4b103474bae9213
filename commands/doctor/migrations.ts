import { pending } from "@/commands/db/migrations";
import { type Finding, findingsOf } from "./finding";

const { ok, broken } = findingsOf("migrations");

/**
 * Whether the database has every table and column that this code reads.
 * @param directUrl past any transaction-mode pooler
 */
export async function migrationFindings(directUrl: string): Promise<Finding[]> {
  const names = await pending(directUrl);
  if (names.length === 0) return [ok("none is pending")];
  return [broken(`${names.length} pending: ${names.join(", ")}`, "apply them: npm run db:migrate")];
}
