import { Prisma } from "@/prisma/generated/client";
import { type Database, db } from "../database/client";
import { countTry, subnetSlowed } from "../rate-limit/subnets";
import { IS_ASKED } from "../token/lost-phone";
import type { TokenOwner } from "../token/peek";
import type { Assertion } from "./answer";
import { type Challenge, claimOf } from "./challenge";
import { type Used, verifyAssertion } from "./verify";

/** "unknown": the authenticator has one that is none of ours any more; "refused": whatever else is wrong. */
export type PasskeyRefusal =
  | { ok: false; refusal: "refused" | "unknown" }
  | { ok: false; refusal: "backoff"; seconds: number };

/** `hit` is to be taken back with its use; `lostPhone`: somebody asked for the second step to be taken off. */
export type PasskeyFound =
  | { ok: true; passkeyId: string; owner: TokenOwner; used: Used; hit: bigint; lostPhone: boolean }
  | PasskeyRefusal;

type Row = {
  hit: bigint | null;
  wait: number;
  claimed: boolean;
  passkeyId: string | null;
  publicKey: Uint8Array;
  handle: string | null;
  lostPhone: boolean;
} & TokenOwner;

/**
 * Counts a try in the subnet, uses the challenge up and finds the passkey, in one statement; then compares. Fifty answers to one
 * challenge at once, in any process: one is compared.
 * @param answer null where it was not readable
 * @param challenge null where it is none of ours
 */
export async function findPasskey(
  answer: Assertion | null,
  challenge: Challenge | null,
  subnet: string,
  database: Database = db(),
): Promise<PasskeyFound> {
  const [row] = await database.$queryRaw<Row[]>`
    with range as materialized (select hit, wait from ${countTry(subnet)}),
    claimed as (${claimOf(answer && challenge, Prisma.sql`exists (select from range where hit is not null)`)})
    select range.hit, range.wait, exists (select from claimed) as claimed,
      p.id as "passkeyId", p."publicKey", u."passkeyHandle" as handle,
      u.id, u.email as address, u.name, u.image, u."emailVerified",
      exists (select from "LostPhone" l where ${IS_ASKED}) as "lostPhone"
    from range left join "Passkey" p on p."credentialId" = ${answer?.id ?? ""} left join "User" u on u.id = p."userId"`;
  if (!row || row.hit === null) return { refusal: "backoff", ...subnetSlowed(row?.wait ?? 1) };
  if (!answer || !row.claimed) return { ok: false, refusal: "refused" };
  const { hit, passkeyId, publicKey, handle, lostPhone, ...rest } = row;
  const { id, address, name, image, emailVerified } = rest;
  if (passkeyId === null) return { ok: false, refusal: "unknown" };
  const { userHandle } = answer.response;
  const isTheirs = userHandle == null || userHandle === handle;
  const used = isTheirs ? await verifyAssertion(answer, publicKey) : null;
  if (!used) return { ok: false, refusal: "refused" };
  const owner = { id, address, name, image, emailVerified };
  return { ok: true, passkeyId, owner, used, hit, lostPhone };
}
