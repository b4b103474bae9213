import { generate } from "selfsigned";

export type Certificate = { cert: string; key: string };

const YEAR_MS = 365 * 86_400_000;

/** An authority of its own, as a provider of databases has one. */
export function authority(): Promise<Certificate> {
  return made("an authority of the tests", {
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
}

/**
 * A certificate for a server.
 * @param name the one host that it is for
 * @param by who signs it; itself by default
 */
export function certificateFor(
  name: string,
  { by, expired = false }: { by?: Certificate; expired?: boolean } = {},
): Promise<Certificate> {
  const ends = expired ? -1 : 1;
  return made(name, {
    ca: by,
    notBeforeDate: new Date(Date.now() - 2 * YEAR_MS),
    notAfterDate: new Date(Date.now() + ends * YEAR_MS),
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "subjectAltName", altNames: [{ type: 2, value: name }] },
    ],
  });
}

async function made(name: string, options: Parameters<typeof generate>[1]): Promise<Certificate> {
  const { cert, private: key } = await generate([{ name: "commonName", value: name }], {
    keyType: "ec",
    algorithm: "sha256",
    ...options,
  });
  return { cert, key };
}
