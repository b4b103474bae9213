import { randomBytes } from "node:crypto";
import { Prisma } from "@/prisma/generated/client";
import { limits } from "../config/limits";
import { isMacOf, macOf } from "../crypto";
import { type Database, db } from "../database/client";
import { sha256 } from "../secrets";

/**
 * What a challenge is for, and whom it was given to: a browser's cookie, or a session and its user. Neither has a "|" in it.
 */
export type ChallengeUse = { purpose: "sign-in" | "prove" | "add"; bound: string };

/** `issued` in seconds of the database's clock. */
export type Challenge = { hash: string; issued: number };

/** RFC 2104, and 16 bytes that nobody can guess (WebAuthn L3 §13.4.3) */
const NONCE_BYTES = 16;
const ISSUED_BYTES = 6;
const SAID_BYTES = NONCE_BYTES + ISSUED_BYTES;

/** SQL: seconds of the only clock that judges. */
export const NOW_SECONDS = Prisma.sql`floor(extract(epoch from clock_timestamp()))::float8`;

/** For a signed-in user: another session of theirs cannot use it. */
export const ofSession = (owner: { id: string; session: { id: string } }): string =>
  `${owner.session.id}:${owner.id}`;

/** Nothing is kept of it until it is used. @param issued seconds, as `NOW_SECONDS` gave them */
export function newChallenge(use: ChallengeUse, issued: number): string {
  const said = Buffer.alloc(SAID_BYTES);
  randomBytes(NONCE_BYTES).copy(said);
  said.writeUIntBE(issued, NONCE_BYTES, ISSUED_BYTES);
  return Buffer.concat([said, macOf("challenge", textOf(use, said))]).toString("base64url");
}

/** Null where it is none of ours, or was given for something else or to somebody else. Whether it is fresh, only its claim tells. */
export function readChallenge(challenge: string, use: ChallengeUse): Challenge | null {
  const bytes = Buffer.from(challenge, "base64url");
  const [said, proof] = [bytes.subarray(0, SAID_BYTES), bytes.subarray(SAID_BYTES)];
  if (said.length < SAID_BYTES || !isMacOf("challenge", textOf(use, said), proof)) return null;
  return { hash: sha256(challenge), issued: said.readUIntBE(NONCE_BYTES, ISSUED_BYTES) };
}

/**
 * SQL: uses a challenge up, where it is not too old and `condition` holds: a row for the first of fifty at once, none for the
 * others and without a challenge.
 */
export const claimOf = (challenge: Challenge | null, condition = Prisma.sql`true`) => Prisma.sql`
  insert into "UsedChallenge" ("challengeHash")
  select ${challenge?.hash ?? ""} where ${challenge !== null} and ${condition}
    and ${challenge?.issued ?? 0}::float8 > extract(epoch from clock_timestamp()) - ${limits.challengeLifeSeconds}::int
  on conflict ("challengeHash") do nothing
  returning "challengeHash"`;

export async function claimChallenge(
  challenge: Challenge | null,
  database: Database = db(),
): Promise<boolean> {
  return challenge !== null && (await database.$executeRaw(claimOf(challenge))) > 0;
}

/** Seconds of the database's clock. */
export async function nowSeconds(): Promise<number> {
  const [row] = await db().$queryRaw<{ now: number }[]>`select ${NOW_SECONDS} as now`;
  if (!row) throw new Error("the database told no time");
  return row.now;
}

const textOf = ({ purpose, bound }: ChallengeUse, said: Buffer) =>
  [purpose, bound, said.toString("base64url")].join("|");
