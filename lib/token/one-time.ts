import { Prisma } from "@/prisma/generated/client";
import type { ClientInfo } from "../client-info";
import { type Database, db } from "../database/client";
import type { Email } from "../email";
import { newToken, sha256 } from "../secrets";

export type TokenPurpose =
  | "magic-link"
  | "registration"
  | "reset"
  | "proved-address"
  | "email-change"
  | "email-undo"
  | "lost-phone";

export type Prepared = {
  name: string | null;
  passwordHash: string | null;
  passwordScheme: string | null;
  googleSub: string | null;
};

export type Minting = {
  purpose: TokenPurpose;
  address: Email;
  /** only when the caller has made it already */
  token?: string;
  /** seconds */
  life: number;
  /** cookie of the browser that asked; null matches none */
  browser: string | null;
  client: Pick<ClientInfo, "device" | "place"> & { subnet: string | null };
  callbackUrl?: string | null;
  code?: { digits: string; life: number };
  prepared?: Partial<Prepared>;
  /** whose address changes, and the session that asked */
  userId?: string;
  sessionId?: string;
};

export type Minted = { token: string; tokenHash: string; at: Date };

/** 256 random bits, bound to purpose and address, living by the database's clock. */
export async function mintToken(minting: Minting, database: Database = db()): Promise<Minted> {
  const { token = newToken() } = minting;
  const [row] = await database.$queryRaw<{ at: Date }[]>(minted(minting, token));
  return { token, tokenHash: sha256(token), at: row?.at ?? new Date() };
}

/** The same as part of another statement. @param from a token for each of its rows */
export function minted(minting: Minting, token: string, from = Prisma.empty): Prisma.Sql {
  const { client, browser, code, prepared } = minting;
  return Prisma.sql`
    insert into "OneTimeToken" (purpose, "tokenHash", address, expires, "browserHash", "codeHash", "codeExpires",
      "callbackUrl", device, network, place, name, "passwordHash", "passwordScheme", "googleSub", "userId", "sessionId")
    select ${minting.purpose}, ${sha256(token)}, ${minting.address},
      clock_timestamp() + make_interval(secs => ${minting.life}::int),
      ${browser && sha256(browser)}, ${browser && code ? codeHash(browser, code.digits) : null},
      clock_timestamp() + make_interval(secs => ${code?.life ?? null}::int),
      ${minting.callbackUrl ?? null}, ${client.device}, ${client.subnet}, ${client.place},
      ${prepared?.name ?? null}, ${prepared?.passwordHash ?? null}, ${prepared?.passwordScheme ?? null},
      ${prepared?.googleSub ?? null}, ${minting.userId ?? null}::uuid, ${minting.sessionId ?? null}::uuid
    ${from}
    returning "createdAt" as at`;
}

export async function discardToken(tokenHash: string): Promise<void> {
  await db().oneTimeToken.deleteMany({ where: { tokenHash } });
}

/** Salted with the 256 bits of the browser's cookie (OWASP ASVS 6.5.2). */
export function codeHash(browser: string, digits: string): string {
  return sha256(`${browser}:${digits}`);
}
