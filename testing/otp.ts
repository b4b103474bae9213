import { limits } from "@/lib/config/limits";
import { BASE32 } from "@/lib/second-step/base32";
import { codeAt } from "@/lib/second-step/code";
import type { Database } from "./database";

/** Whose code it is; `secret` as an app takes it, spaces forgiven. */
export type AppOwner = { id: string; secondStep: { secret: string } | null };

/** The second step of this person is off. */
export class NoSecondStep extends Error {
  override readonly name = "NoSecondStep";
}

/**
 * What their app shows, by the database's clock. Where the current code was used already it is the one that comes next, which the
 * product takes too; where that was used as well, the row forgets both, since waiting for the next would take half a minute.
 * @throws NoSecondStep
 */
export async function otpOf({ id, secondStep }: AppOwner, database: Database): Promise<string> {
  if (!secondStep)
    throw new NoSecondStep("they were made without it: person({ secondStep: true })");
  const { totpStepSeconds, totpTolerance } = limits;
  const [row] = await database.sql<{ step: string }>(
    `with now as materialized (select floor(extract(epoch from clock_timestamp()) / $2::int)::bigint as step),
     forgotten as (
       update "Totp" set "lastStep" = 0 from now where "userId" = $1 and "lastStep" >= now.step + $3::int returning "userId")
     select case when exists (select from forgotten) then now.step else greatest(now.step, "lastStep" + 1) end as step
     from now, "Totp" where "userId" = $1`,
    [id, totpStepSeconds, totpTolerance],
  );
  if (!row) throw new NoSecondStep("the second step is off by now");
  return codeAt(BigInt(row.step), bytesOf(secondStep.secret));
}

/** RFC 4648 §6. @param secret as a page shows it */
export function bytesOf(secret: string): Buffer {
  const bits = [...secret.replace(/[^A-Z2-7]/g, "")]
    .map((one) => BASE32.indexOf(one).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from(bits.match(/.{8}/g)?.map((eight) => Number.parseInt(eight, 2)) ?? []);
}
