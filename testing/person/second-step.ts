import { BASE32, base32 } from "@/lib/second-step/base32";
import { newRecoveryCodes } from "@/lib/second-step/new-recovery-codes";
import { newSecret, type SealedSecret, sealSecretBy } from "@/lib/second-step/sealed";
import type { Person } from "./person";

type Made = {
  secondStep: NonNullable<Person["secondStep"]>;
  sealed: SealedSecret;
  codeHashes: string[];
};

/** A second step that is on, and what rows keep of it. @param key NEXTAUTH_SECRET */
export async function newSecondStep(userId: string, key: string): Promise<Made> {
  const secret = newSecret();
  const codes = newRecoveryCodes();
  return {
    secondStep: {
      secret: base32(secret, BASE32),
      recoveryCodes: codes.map(({ shown }) => shown),
    },
    sealed: await sealSecretBy(key, userId, secret),
    codeHashes: codes.map(({ codeHash }) => codeHash),
  };
}
