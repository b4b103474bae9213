import type { Ask } from "../apps/app";
import type { Contestant } from "../apps/contestant";
import { send } from "../apps/load";
import type { Notes, Run } from "../context";
import { shuffled, welchT } from "../statistics";

const WARM = 5;
const WRONG = "dos cactus miran el mar";

/** Whose address it may be. */
type Whose = "an account" | "no account" | "an account with factors";

/** Whether an address with an account, or with a passkey and a second step, takes another time than one without. */
export async function timing(run: Run): Promise<void> {
  const notes = run.section("Neither an account nor its factors are found out by time");
  const product = await run.product();
  const { asks } = product;
  const { tries } = run.sizes;
  await compare(notes, product, "link", tries, (address) => asks.link(address));
  await compare(notes, product, "wrong password", tries, (one) => asks.signIn(one, WRONG));
}

/** Each for another address, of all three in random order, one after another. */
async function compare(
  notes: Notes,
  product: Contestant,
  what: string,
  tries: number,
  ask: (address: string) => Ask,
): Promise<void> {
  const took = async (address: string) => {
    const began = performance.now();
    await send(product.server.url, ask(address));
    return performance.now() - began;
  };
  const times: Record<Whose, number[]> = {
    "an account": [],
    "no account": [],
    "an account with factors": [],
  };
  const kinds = Object.keys(times) as Whose[];
  const guarded = await withFactors(product, tries);
  for (let warm = 0; warm < WARM; warm += 1) {
    await took(product.next());
    await took(product.stranger());
  }
  const order = shuffled(kinds.flatMap((whose) => Array<Whose>(tries).fill(whose)));
  for (const whose of order) {
    product.stage.signal.throwIfAborted();
    const address = {
      "an account": () => product.next(),
      "no account": () => product.stranger(),
      "an account with factors": () => guarded.pop() ?? "",
    }[whose]();
    times[whose].push(await took(address));
  }
  for (const [whose, samples] of Object.entries(times)) notes.samples(`${what}, ${whose}`, samples);
  const compared = (name: string, one: Whose, other: Whose) =>
    notes.note(`${what}: Welch's t of ${name}`, Math.abs(welchT(times[one], times[other])), "", {
      most: 3,
    });
  compared("known and unknown", "an account", "no account");
  compared("with and without factors", "an account with factors", "an account");
}

/** So many addresses whose owners have a passkey and the second step. */
async function withFactors(product: Contestant, many: number): Promise<string[]> {
  const addresses = Array.from({ length: many }, () => product.next());
  await product.database.sql(
    `with guarded as (update "User" set "totpId" = gen_random_uuid() where email = any($1) returning id, "totpId"),
     totps as (
       insert into "Totp" ("userId", id, secret, "sealedBy", "confirmedAt")
       select id, "totpId", '', '', clock_timestamp() from guarded)
     insert into "Passkey" ("userId", "credentialId", "publicKey", counter, aaguid, "backedUp", name)
     select id, id::text, '', 0, '', false, '' from guarded`,
    [addresses],
  );
  return addresses;
}
