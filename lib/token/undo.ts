import { Prisma } from "@/prisma/generated/client";
import { limits } from "../config/limits";
import { settings } from "../config/settings";
import { type Database, db } from "../database/client";
import type { Email } from "../email";
import { withQuery } from "../routes";
import { type Minting, mintToken } from "./one-time";

/** SQL, of a row of `EmailChange`: its old mailbox may still undo it, and nobody else may have its old address. */
export const CAN_BE_UNDONE = Prisma.sql`"undoneAt" is null
  and at > clock_timestamp() - make_interval(secs => ${limits.emailUndoSeconds}::int)`;

/** Where the owner of an old mailbox undoes the change; null when it is too late, or undone. */
export async function undoUrl(address: Email, client: Minting["client"]): Promise<string | null> {
  const [change] = await db().$queryRaw<{ userId: string; life: number }[]>`
    select "userId", ceil(extract(epoch from at - clock_timestamp()) + ${limits.emailUndoSeconds}::int)::int as life
    from "EmailChange" where "oldAddress" = ${address} and ${CAN_BE_UNDONE} order by at desc limit 1`;
  if (!change) return null;
  const minting = { purpose: "email-undo", address, browser: null, client, ...change } as const;
  const { token } = await mintToken(minting);
  return settings().origin + withQuery("/cuenta/correo/deshacer", { token });
}

/** Whether somebody may have that address back: nobody else gets it. @param but that somebody */
export async function isReserved(
  address: Email,
  but: string,
  database: Database = db(),
): Promise<boolean> {
  const rows = await database.$queryRaw<unknown[]>`
    select 1 as found from "EmailChange"
    where "oldAddress" = ${address} and "userId" <> ${but}::uuid and ${CAN_BE_UNDONE} limit 1`;
  return rows.length > 0;
}
