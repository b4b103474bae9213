import type { Ask } from "../apps/app";
import type { Contestant } from "../apps/contestant";
import { send } from "../apps/load";
import type { Notes, Run } from "../context";
import { shuffled, welchT } from "../statistics";

const WARM = 5;
const WRONG = "dos cactus miran el mar";

/** Whether an address with an account takes another time than one without. */
export async function timing(run: Run): Promise<void> {
  const notes = run.section("An account is not found out by time");
  const product = await run.product();
  const { asks } = product;
  const { tries } = run.sizes;
  await compare(notes, product, "link", tries, (address) => asks.link(address));
  await compare(notes, product, "wrong password", tries, (one) => asks.signIn(one, WRONG));
}

/** Each for another address, with and without an account in random order, one after another. */
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
  const times: Record<"an account" | "no account", number[]> = {
    "an account": [],
    "no account": [],
  };
  for (let warm = 0; warm < WARM; warm += 1) {
    await took(product.next());
    await took(product.stranger());
  }
  const order = shuffled(Array.from({ length: 2 * tries }, (_, index) => index % 2 === 0));
  for (const known of order) {
    product.stage.signal.throwIfAborted();
    const time = await took(known ? product.next() : product.stranger());
    times[known ? "an account" : "no account"].push(time);
  }
  for (const [whose, samples] of Object.entries(times)) notes.samples(`${what}, ${whose}`, samples);
  const t = Math.abs(welchT(times["an account"], times["no account"]));
  notes.note(`${what}: Welch's t of known and unknown`, t, "", { most: 3 });
}
