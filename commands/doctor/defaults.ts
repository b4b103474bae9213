import type pg from "pg";
import { type Finding, findingsOf } from "./finding";

/** What server, database and role say by default of how moments are written and how transactions see each other. */
export async function defaultsFinding(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<Record<"zone" | "style" | "isolation", string>>(
    `select current_setting('timezone') as zone, current_setting('datestyle') as style,
      current_setting('default_transaction_isolation') as isolation`,
  );
  const { zone, style, isolation } = rows[0] ?? { zone: "", style: "", isolation: "" };
  return findingsOf("defaults").ok(
    `time zone ${zone}, dates as ${style}, ${isolation}: neither moments nor limits depend on them`,
  );
}
