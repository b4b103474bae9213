import { db } from "../database/client";
import type { Email } from "../email";

export type User = {
  id: string;
  address: Email;
  name: string | null;
  image: string | null;
  emailVerified: Date;
  passwordHash: string | null;
  passwordScheme: string | null;
};

type Row = Omit<User, "address"> & { email: string };

const COLUMNS = {
  id: true,
  email: true,
  name: true,
  image: true,
  emailVerified: true,
  passwordHash: true,
  passwordScheme: true,
} as const;

export async function findUserByEmail(address: Email): Promise<User | null> {
  return userFrom(await db().user.findUnique({ where: { email: address }, select: COLUMNS }));
}

export async function findUserById(id: string): Promise<User | null> {
  return userFrom(await db().user.findUnique({ where: { id }, select: COLUMNS }));
}

export async function findUserByGoogle(sub: string): Promise<User | null> {
  const key = { provider: "google", providerAccountId: sub };
  const linked = await db().account.findUnique({
    where: { provider_providerAccountId: key },
    select: { user: { select: COLUMNS } },
  });
  return userFrom(linked?.user ?? null);
}

function userFrom(row: Row | null): User | null {
  if (!row) return null;
  const { email, ...rest } = row;
  return { ...rest, address: email as Email };
}
