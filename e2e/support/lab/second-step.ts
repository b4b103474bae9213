import { codeAt } from "@/lib/second-step/code";
import type { Database } from "./database";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** What an authenticator app shows now, by the database's clock. @param typed the secret as the page shows it */
export async function codeOf(database: Database, typed: string): Promise<string> {
  const [row] = await database.sql<{ step: string }>(
    "select floor(extract(epoch from clock_timestamp()) / 30)::text as step",
  );
  return codeAt(BigInt(row?.step ?? 0), keyOf(typed));
}

/** RFC 4648 §6 */
function keyOf(typed: string): Buffer {
  const bits = [...typed.replace(/[^A-Z2-7]/g, "")]
    .map((one) => ALPHABET.indexOf(one).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from(bits.match(/.{8}/g)?.map((eight) => Number.parseInt(eight, 2)) ?? []);
}
