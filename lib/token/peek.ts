import { type Database, db } from "../database/client";
import type { Email } from "../email";
import { isToken, sha256 } from "../secrets";
import type { TokenPurpose } from "./one-time";

export type TokenState = "valid" | "used" | "ended" | "expired" | "unknown";

export type TokenOwner = {
  id: string;
  address: Email;
  name: string | null;
  image: string | null;
  emailVerified: Date;
};

/** the second one replaces a used code */
export const SIGN_IN_PURPOSES = ["magic-link", "proved-address"] as const;

export type PeekedToken<P extends TokenPurpose = TokenPurpose> =
  | { state: "unknown"; address: null }
  | {
      state: Exclude<TokenState, "unknown">;
      purpose: P;
      address: Email;
      owner: TokenOwner | null;
      browserHash: string | null;
      name: string | null;
      callbackUrl: string | null;
      device: string;
      place: string | null;
      createdAt: Date;
    };

type Known<P extends TokenPurpose> = Exclude<PeekedToken<P>, { state: "unknown" }>;
type Row<P extends TokenPurpose> = Omit<Known<P>, "owner"> & {
  ownerId: string | null;
  ownerName: string | null;
  image: string | null;
  emailVerified: Date;
};

/** One statement, which uses nothing. @param purpose one, or several that will do */
export async function peekToken<P extends TokenPurpose>(
  token: unknown,
  purpose: P | readonly P[],
  database: Database = db(),
): Promise<PeekedToken<P>> {
  if (!isToken(token)) return { state: "unknown", address: null };
  const [row] = await database.$queryRaw<Row<P>[]>`
    select case when t."usedAt" is not null then 'used' when t."endedAt" is not null then 'ended'
        when t.expires <= clock_timestamp() then 'expired' else 'valid' end as state,
      t.purpose, t.address, t."browserHash", t.name, t."callbackUrl", t.device, t.place, t."createdAt",
      u.id as "ownerId", u.name as "ownerName", u.image, u."emailVerified"
    from "OneTimeToken" t left join "User" u on u.email = t.address
    where t."tokenHash" = ${sha256(token)} and t.purpose = any(${[purpose].flat()}::text[])`;
  return row ? tokenFrom(row) : { state: "unknown", address: null };
}

function tokenFrom<P extends TokenPurpose>(row: Row<P>): Known<P> {
  const { ownerId, ownerName, image, emailVerified, ...token } = row;
  const { address } = token;
  const owner =
    ownerId === null ? null : { id: ownerId, address, name: ownerName, image, emailVerified };
  return { ...token, owner };
}
