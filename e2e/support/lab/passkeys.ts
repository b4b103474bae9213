import type { Lab } from "../fixtures";

type Given = { name?: string; aaguid?: string; backedUp?: boolean };

const GOOGLE = "ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4";
const WINDOWS_HELLO = "08987058-cadc-4b81-b6e1-30de50dcbe96";

/** One in Google's manager, one in a device, one whose keeper nobody knows. */
export const SEVERAL: Given[] = [
  { name: "Google Password Manager", aaguid: GOOGLE, backedUp: true },
  { name: "Computador de la caja", aaguid: WINDOWS_HELLO },
  { name: "Llave de acceso", backedUp: true },
];

/** Gives somebody passkeys whose keys nobody has, past the endpoints. @returns the id of each */
export async function givePasskeys(
  lab: Lab,
  address: string,
  passkeys: Given[] = [{}],
): Promise<string[]> {
  const ids: string[] = [];
  for (const { name = "Llave de acceso", aaguid = "", backedUp = false } of passkeys) {
    const [row] = await lab.database.sql<{ id: string }>(
      `insert into "Passkey" ("userId", "credentialId", "publicKey", counter, transports, aaguid, "backedUp", name)
       select id, encode(sha256(random()::text::bytea), 'hex'), '\\x00', 0, '{internal}', $2, $3, $4
       from "User" where email = $1 returning id`,
      [address, aaguid, backedUp, name],
    );
    ids.push(row?.id ?? "");
  }
  return ids;
}
