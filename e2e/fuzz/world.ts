import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";
import { DEMO } from "@/local/demo/accounts";
import type { Database } from "@/testing/database";
import type { Material } from "./endpoints";

/** Begins everything that is secret: no log line holds it. Lower case, since an address is. */
export const SECRET = "zqsecret";
/** Begins every password that is wrong on purpose: no answer holds it. */
export const PASSWORD_SECRET = "zqpassword";
const TOKEN_LENGTH = 43;

/** The values of one person, whom nobody else is: a proved session, and a live link for each purpose. */
export type Person = Record<Material, string>;

/**
 * Makes a person of the demo account's password, with everything that a request may hold.
 * @param csrf the token of a pair; its cookie is the lab's own
 */
export async function makePerson(database: Database, csrf: string): Promise<Person> {
  const token = () => (SECRET + randomBytes(32).toString("base64url")).slice(0, TOKEN_LENGTH);
  const person: Person = {
    address: `${SECRET}${randomBytes(6).toString("hex")}@ejemplo.com`,
    password: DEMO.password,
    link: token(),
    registration: token(),
    reset: token(),
    used: token(),
    session: token(),
    sessionId: randomUUID(),
    browser: token(),
    code: String(randomInt(100_000, 1_000_000)),
    csrf,
    person: randomUUID(),
  };
  const hashes = (["link", "registration", "reset", "used"] as const).map((name) =>
    sha256(person[name]),
  );
  await database.sql(
    `with person as (
       insert into "User" (id, email, name, "passwordHash", "passwordScheme")
       select $8::uuid, $1, 'Ana', "passwordHash", "passwordScheme" from "User" where email = $2 returning id),
     opened as (
       insert into "Session" (id, "tokenHash", "userId", method, device, network, "idleExpires", "absoluteExpires")
       select $3::uuid, $4, id, 'password', 'Chrome en Linux', '127.0.0.0/24',
         clock_timestamp() + interval '7 days', clock_timestamp() + interval '30 days' from person)
     insert into "OneTimeToken" (purpose, "tokenHash", address, expires, "usedAt", "browserHash", "codeHash", "codeExpires", device)
     -- a registration is of somebody who has no account yet
     select purpose, hash, case when purpose = 'registration' then 'n' || $1 else $1 end,
       clock_timestamp() + interval '30 minutes',
       case when live then null else clock_timestamp() end, $6,
       case when purpose = 'magic-link' then $7 end,
       case when purpose = 'magic-link' then clock_timestamp() + interval '10 minutes' end, 'Chrome en Linux'
     from unnest($5::text[], array['magic-link', 'registration', 'reset', 'reset'], array[true, true, true, false])
       as token (hash, purpose, live)`,
    [
      person.address,
      DEMO.email,
      person.sessionId,
      sha256(person.session),
      hashes,
      sha256(person.browser),
      sha256(`${person.browser}:${person.code}`),
      person.person,
    ],
  );
  return person;
}

const sha256 = (value: string) => createHash("sha256").update(value).digest("hex");
