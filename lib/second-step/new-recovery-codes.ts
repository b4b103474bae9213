import { randomBytes } from "node:crypto";
import { limits } from "../config/limits";
import { sha256 } from "../secrets";
import { base32, inGroups, LEGIBLE } from "./base32";

const BITS_A_CHARACTER = 5;
const BYTES = (limits.recoveryCodeLength * BITS_A_CHARACTER) / 8;

export type NewRecoveryCode = {
  /** as a person gets it */
  shown: string;
  /** all that a row keeps of it */
  codeHash: string;
};

/** A person's set of them. */
export function newRecoveryCodes(): NewRecoveryCode[] {
  return Array.from({ length: limits.recoveryCodes }, () => {
    const code = base32(randomBytes(BYTES), LEGIBLE);
    return { shown: inGroups(code, "-"), codeHash: sha256(code) };
  });
}
