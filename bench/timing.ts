import { post, SIGN_IN } from "./client";
import type { People } from "./people";

/** Samples in milliseconds of what has an account and of what has none. */
export type Pair = { known: number[]; unknown: number[] };

/** Fewer than a network range may do in ten minutes: 50 wrong passwords, 300 mails. */
const PER_WINDOW = 40;
const WARM = 5;

/** Link requests, each for another address, with and without an account in random order. */
export function linkTimes(app: string, people: People, each: number): Promise<Pair> {
  return compare(people, each, (email) => post(`${app}/api/auth/signin/email`, { email }, 303));
}

/** Wrong passwords, likewise. */
export function passwordTimes(app: string, people: People, each: number): Promise<Pair> {
  const password = "dos cactus miran el mar";
  return compare(people, each, (email) => post(`${app}${SIGN_IN}`, { email, password }, 303));
}

async function compare(
  people: People,
  each: number,
  ask: (address: string) => Promise<unknown>,
): Promise<Pair> {
  const pair: Pair = { known: [], unknown: [] };
  const order = shuffled(Array.from({ length: 2 * each }, (_, index) => index % 2 === 0));
  for (let warm = 0; warm < WARM; warm += 1) {
    await ask(people.next());
    await ask(people.stranger());
  }
  for (const [index, known] of order.entries()) {
    // the range's ten minutes pass by ageing its rows
    if (index % PER_WINDOW === 0) await people.database.age("11 minutes");
    const address = known ? people.next() : people.stranger();
    const began = performance.now();
    await ask(address);
    pair[known ? "known" : "unknown"].push(performance.now() - began);
  }
  return pair;
}

function shuffled<T>(items: T[]): T[] {
  const left = [...items];
  return items.map(() => left.splice(Math.floor(Math.random() * left.length), 1)[0] as T);
}
