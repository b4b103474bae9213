import { Prisma } from "@/prisma/generated/client";
import { limits } from "../config/limits";
import { settings } from "../config/settings";
import { db } from "../database/client";
import type { Email } from "../email";
import { withQuery } from "../routes";
import { type Minting, mintToken } from "./one-time";
import { CAN_BE_UNDONE } from "./undo";

/** SQL, of a row `l` of `LostPhone` and its user `u`: neither called off nor carried out, and of the second step that is on now. */
export const IS_ASKED = Prisma.sql`l."userId" = u.id and l."totpId" = u."totpId"
  and l."cancelledAt" is null and l."doneAt" is null`;

/** Where the owner of a mailbox calls off what was asked for; null once there is nothing to call off. Its token never signs in. */
export async function callOffUrl(
  address: Email,
  client: Minting["client"],
): Promise<string | null> {
  const [asked] = await db().$queryRaw<{ userId: string; life: number }[]>`
    select u.id as "userId", ceil(extract(epoch from l.at - clock_timestamp()) + ${limits.lostPhoneKeptSeconds}::int)::int as life
    from "User" u join "LostPhone" l on ${IS_ASKED}
    where u.id in (select id from "User" where email = ${address}
      union select "userId" from "EmailChange" where "oldAddress" = ${address} and ${CAN_BE_UNDONE})`;
  if (!asked) return null;
  const minting = { purpose: "lost-phone", address, browser: null, client, ...asked } as const;
  const { token } = await mintToken(minting);
  return settings().origin + withQuery("/login/dos-pasos/cancelar", { token });
}
