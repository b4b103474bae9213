import type { Email } from "@/lib/email";
import { type Minted, type Minting, mintToken } from "@/lib/token/one-time";
import { stranger } from "./people";

/** Mints a magic link, or what differs from one. */
export function mint(address: Email, differing: Partial<Minting> = {}): Promise<Minted> {
  const minting = { purpose: "magic-link", address, life: 1800, browser: null } as const;
  return mintToken({ ...minting, client: stranger(), ...differing });
}
