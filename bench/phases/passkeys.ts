import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { Authenticator } from "@/e2e/support/unit/authenticator";
import { Cookies } from "@/testing/cookies";
import { form, json, somewhere } from "../apps/app";
import type { Contestant } from "../apps/contestant";
import { CONNECTIONS, send } from "../apps/load";
import { inTurns, type Run } from "../context";
import { timesAsFast } from "../statistics";
import { LEAST, signIns } from "./passwords";

/** Sign-ins by passkey that a server is given to do in a second: more than it does. */
const PER_SECOND = 150;
const PASSWORDS_PER_SECOND = 8;
/** A load asks for some that it does not send. */
const SPARE = 2 * CONNECTIONS + 1;

/** Sign-ins by passkey beside those by password, in turns. Each answers a challenge of its own, asked for before. */
export async function passkeys(run: Run): Promise<void> {
  const notes = run.section("Sign-ins by passkey");
  const product = await run.product();
  const byPasskey = async (seconds: number) => {
    const amount = Math.max(LEAST, Math.round(PER_SECOND * seconds));
    const answers = await answersOf(product, amount + SPARE);
    return product.load(() => answers.pop() ?? fail(), { amount });
  };
  const byPassword = (seconds: number) =>
    signIns(product, { amount: Math.max(LEAST, Math.round(PASSWORDS_PER_SECOND * seconds)) });
  const ways = [byPasskey, byPassword];
  const found = await inTurns(ways, run.sizes, (one, seconds) => one(seconds));
  const [passkey = [], password = []] = ways.map((way) => found.get(way));
  notes.rates("sign-ins by passkey", new Map([[product, passkey]]));
  notes.samples(
    "a sign-in by passkey",
    passkey.flatMap(({ times }) => times),
  );
  notes.note("by passkey ÷ by password", timesAsFast(passkey, password), "×", { least: 5 });
}

/** So many answers of people with a passkey, each in a browser of its own. */
async function answersOf(product: Contestant, many: number) {
  const people = await withPasskeys(product, many);
  const ready: ReturnType<typeof answer>[] = [];
  const next = async (): Promise<void> => {
    for (let one = people.pop(); one; one = people.pop()) {
      product.stage.signal.throwIfAborted();
      const reply = await send(product.server.url, ask());
      const cookie = new Cookies().keep(reply).header;
      ready.push(answer(one, JSON.parse(reply.text).options, cookie, product.server.url));
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, next));
  return ready;
}

const ask = () => ({
  ...({ method: "POST", path: "/api/auth/signin/passkey", status: 200 } as const),
  body: "{}",
  headers: { ...json({}).headers, ...somewhere(), "sec-fetch-site": "same-origin" },
});

function answer(
  authenticator: Authenticator,
  options: PublicKeyCredentialRequestOptionsJSON,
  cookie: string,
  origin: string,
) {
  const credential = JSON.stringify(authenticator.get(options, { origin }));
  const { headers, body } = form({ credential });
  const all = { ...headers, ...somewhere(), cookie, "sec-fetch-site": "same-origin" };
  const path = "/api/auth/callback/passkey";
  return { method: "POST" as const, path, headers: all, body, status: 303 };
}

async function withPasskeys(product: Contestant, many: number): Promise<Authenticator[]> {
  const all = Array.from({ length: many }, () => new Authenticator());
  for (const [n, authenticator] of all.entries())
    authenticator.userHandle = Buffer.from(`${n} ${authenticator.id}`).toString("base64url");
  const rows = all.map((one) => ({
    address: product.next(),
    id: one.id,
    handle: one.userHandle,
    key: one.publicKey.toString("hex"),
  }));
  await product.database.sql(
    `with given as (select * from json_to_recordset($1::json) as g (address text, id text, handle text, key text)),
     owners as (
       update "User" u set "passkeyHandle" = given.handle from given where u.email = given.address returning u.id, u.email)
     insert into "Passkey" ("userId", "credentialId", "publicKey", counter, aaguid, "backedUp", name)
     select owners.id, given.id, decode(given.key, 'hex'), 0, '', false, ''
     from given join owners on owners.email = given.address`,
    [JSON.stringify(rows)],
  );
  return all;
}

function fail(): never {
  throw new Error("no answer is left");
}
