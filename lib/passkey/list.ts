import { db } from "../database/client";
import { authenticatorOf } from "./authenticators/name";

export type OwnPasskey = {
  id: string;
  /** base64url, as the browser says it */
  credentialId: string;
  name: string;
  /** who keeps it, by its maker's name; null where nobody knows */
  authenticator: string | null;
  /** whether its keeper has it on other devices too */
  backedUp: boolean;
  createdAt: Date;
  /** null until its first use */
  lastUsedAt: Date | null;
};

/** In the order in which they were added. */
export async function passkeysOf(userId: string): Promise<OwnPasskey[]> {
  const rows = await db().passkey.findMany({
    where: { userId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      credentialId: true,
      name: true,
      aaguid: true,
      backedUp: true,
      createdAt: true,
      lastUsedAt: true,
    },
  });
  return rows.map(({ aaguid, ...row }) => ({ ...row, authenticator: authenticatorOf(aaguid) }));
}
