import { codeAt } from "@/lib/second-step/code";
import { newSecret } from "@/lib/second-step/sealed";
import { sealSecret } from "@/lib/second-step/secret";
import { database } from "../unit";

/** Switches the second step of this person on, as an authenticator app has it. */
export async function withSecondStep(userId: string) {
  const secret = newSecret();
  const sealed = await sealSecret(userId, secret);
  await database.sql(
    `with totp as (
       insert into "Totp" ("userId", secret, "sealedBy", "confirmedAt") values ($1, $2, $3, clock_timestamp())
       returning id)
     update "User" set "totpId" = totp.id from totp where "User".id = $1`,
    [userId, sealed.secret, sealed.sealedBy],
  );
  return authenticator(secret);
}

/** An authenticator app with this secret, whose clock is the database's. */
export function authenticator(secret: Buffer) {
  return {
    secret,
    /** @param away steps before (negative) or after the current one */
    code: async (away = 0) => codeAt((await currentStep()) + BigInt(away), secret),
  };
}

async function currentStep(): Promise<bigint> {
  const [row] = await database.sql<{ step: string }>(
    `select floor(extract(epoch from clock_timestamp()) / 30)::bigint as step`,
  );
  return BigInt(row?.step ?? 0);
}
