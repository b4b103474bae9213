import { availableParallelism } from "node:os";
import { get, PASSWORD } from "../apps/app";
import type { Contestant } from "../apps/contestant";
import type { Load } from "../apps/load";
import { COST, inTurns, type Run } from "../context";
import { hashesByLibrary } from "../machine/ceiling";
import { perSecond, timesAsFast } from "../statistics";

/** asked for at this pace, each page over connections of its own */
const LOOKS_PER_SECOND = 5;
const LOOKERS = 2;
/** of a round, and of their number: there are few sign-ins in a second */
const LONGER = 2;
const WARM_LOOKS = 40;
export const LEAST = 16;

/** Sign-ins by password beside what the hash alone allows, in turns; then pages while people sign in. */
export async function passwords(run: Run): Promise<void> {
  const notes = run.section("Sign-ins by password");
  const { signal } = run.stage;
  const product = await run.product();
  const { rounds, round, warm } = run.sizes;
  const times = { rounds: LONGER * rounds, round: LONGER * round, warm: LONGER * warm };
  const threads = availableParallelism();
  let possible = 0;
  const bare = async (seconds: number): Promise<Load> => {
    const hashed = await hashesByLibrary(seconds, COST, signal);
    possible = perSecond([hashed]);
    return { ...hashed, cpu: { server: Number.NaN, database: Number.NaN }, times: [] };
  };
  // all of them to their end: what is under way at the end of a time would be work for nothing; and as many for each thread,
  // as the bare ones are, or one would stand still during the last
  const ours = (seconds: number) =>
    signIns(product, {
      amount: threads * Math.round(Math.max(LEAST, possible * seconds) / threads),
    });
  const found = await inTurns([bare, ours], times, (one, seconds) => one(seconds));
  const [signed = [], hashed = []] = [found.get(ours), found.get(bare)];
  notes.note(`bcrypt at cost ${COST} alone, ${threads} threads`, perSecond(hashed), "/s");
  notes.rates("sign-ins", new Map([[product, signed]]));
  notes.samples(
    "a sign-in",
    signed.flatMap((load) => load.times),
  );
  notes.note("sign-ins ÷ hashes alone", timesAsFast(signed, hashed), "", { least: 0.95 });

  const cookie = await product.enter();
  const looks = [
    { path: "/login", ask: get("/login"), most: 100 },
    { path: "/cuenta", ask: get("/cuenta", { cookie }), most: 150 },
  ];
  for (const { ask } of looks) await product.load(ask, { amount: WARM_LOOKS });
  const ended = signIns(product, { amount: Math.round(possible * LONGER * LONGER * round) });
  const seen = await Promise.all(looks.map(({ ask }) => watch(product, ask, ended)));
  for (const [index, { path, most }] of looks.entries()) {
    const { p95 } = notes.samples(`${path} meanwhile`, seen[index]?.times ?? []);
    notes.note(`${path} meanwhile, p95`, p95, "ms", { most });
  }
  notes.note("sign-ins meanwhile", perSecond([await ended]), "/s");
}

export function signIns(one: Contestant, until: Parameters<Contestant["load"]>[1]): Promise<Load> {
  return one.load(() => one.asks.signIn(one.next(), PASSWORD), until);
}

/** A page asked for at a steady pace until the other thing ends. */
export function watch(one: Contestant, ask: ReturnType<typeof get>, ended: Promise<unknown>) {
  return one.load(ask, { ended }, { connections: LOOKERS, perSecond: LOOKS_PER_SECOND });
}
