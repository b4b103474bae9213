import { type Database, db } from "../database/client";

/** @param replacing only when the stored hash is still this one */
export async function setPassword(
  userId: string,
  password: { hash: string; scheme: string },
  replacing?: string,
  database: Database = db(),
): Promise<void> {
  await database.user.updateMany({
    where: { id: userId, ...(replacing !== undefined && { passwordHash: replacing }) },
    data: { passwordHash: password.hash, passwordScheme: password.scheme },
  });
}
