import { randomUUID } from "node:crypto";
import { parseEmail } from "@/lib/email";
import { LANGUAGES, languageOf } from "@/lib/messages/languages";
import { freshAddress } from "../address";
import type { Database } from "../database";
import { Google } from "../google/google";
import type { Place } from "../place";
import { newPasskey } from "./passkey";
import { hashOf, PASSWORD } from "./password";
import { NoSuchPerson, type Person, type Wanted } from "./person";
import { newSecondStep } from "./second-step";

export type There = { database: Database; place: Pick<Place, "google" | "settings"> };

/**
 * Somebody with an account, past the product: one statement, with rows as the product writes them.
 * @throws NoSuchPerson where the address is none, or somebody's already, or the product does not speak their language
 */
export async function makePerson(
  wanted: Wanted,
  { database, place: { google, settings } }: There,
): Promise<Person> {
  const { name = "Ana Díaz", passkey, secondStep } = wanted;
  const named = wanted.password !== undefined || wanted.google || passkey;
  const { password = !named } = wanted;
  const id = randomUUID();
  const email = addressOf(wanted);
  if (wanted.language && !LANGUAGES.includes(wanted.language))
    throw new NoSuchPerson(`there is no language ${wanted.language}: ${LANGUAGES.join(", ")}`);
  const language = wanted.language ?? languageOf(settings.LANGUAGES?.split(",")[0] ?? "es") ?? "es";
  const typed = password === true ? PASSWORD : password || null;
  const [hashed, key, step, account] = await Promise.all([
    typed === null ? null : hashOf(typed, settings),
    passkey ? newPasskey(new URL(settings.NEXTAUTH_URL ?? "").hostname) : null,
    secondStep ? newSecondStep(id, settings.NEXTAUTH_SECRET ?? "") : null,
    wanted.google ? accountAt(google, email, name) : null,
  ]);
  const [made] = await database.sql(
    `with person as (
       insert into "User" (id, email, name, language, "passwordHash", "passwordScheme", "passkeyHandle", "totpId")
       values ($1, $2, $3, $4, $5, $6, $7, case when $8::text is not null then gen_random_uuid() end)
       on conflict (email) do nothing returning id, email, "totpId"),
     totp as (
       insert into "Totp" ("userId", id, secret, "sealedBy", "confirmedAt")
       select id, "totpId", $8, $9, clock_timestamp() from person where "totpId" is not null),
     codes as (
       insert into "RecoveryCode" ("userId", "codeHash") select id, unnest($10::text[]) from person),
     linked as (
       insert into "Account" ("userId", provider, "providerAccountId", address)
       select id, 'google', $11, email from person where $11::text is not null),
     passkey as (
       insert into "Passkey" ("userId", "credentialId", "publicKey", counter, transports, aaguid, "backedUp", name)
       select id, $12, $13, 0, '{internal}', '00000000-0000-0000-0000-000000000000', false, 'Passkey'
       from person where $12::text is not null)
     select from person`,
    [
      ...[id, email, name, language],
      ...[hashed?.hash, hashed?.scheme, key?.passkey.userHandle],
      ...[step?.sealed.secret, step?.sealed.sealedBy, step?.codeHashes ?? []],
      ...[account?.sub, key?.passkey.credentialId, key?.publicKey],
    ],
  );
  if (!made) throw new NoSuchPerson(`${email} is somebody's already: leave it out for a fresh one`);
  return {
    ...{ id, email, name, language, password: typed, google: account },
    passkey: key?.passkey ?? null,
    secondStep: step?.secondStep ?? null,
  };
}

function addressOf({ email, domain }: Wanted): string {
  const parsed = parseEmail(email ?? freshAddress(domain));
  if (!parsed.ok) throw new NoSuchPerson(`${email ?? domain} is no address: ${parsed.refusal}`);
  return parsed.address;
}

async function accountAt(origin: string | null, email: string, name: string) {
  if (origin === null) throw new NoSuchPerson("a person with Google needs the local Google");
  const { sub } = await new Google(origin).add({ email, name, email_verified: true });
  return { sub, email };
}
