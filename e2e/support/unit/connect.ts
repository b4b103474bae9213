import { db } from "@/lib/database/client";
import { tell } from "./settings";

/**
 * Lets the product connect anew, as a new process would: what a database or a role says by default holds for
 * connections that begin after it was said.
 * @param url another address than before, where it is one
 */
export async function connectAnew(url?: string): Promise<void> {
  await db().$disconnect();
  Reflect.deleteProperty(globalThis, Symbol.for("ingreso.database"));
  if (url) tell({ DATABASE_URL: url });
}
