import type { Contestant } from "../apps/contestant";
import { inTurns, type Run } from "../context";

/** Who is signed in, asked over and over: ours can be ended on the next request, next-auth's cannot. */
export async function sessions(run: Run): Promise<void> {
  const notes = run.section("Session checks");
  const all = (await run.contestants()) as [Contestant, ...Contestant[]];
  const cookies = new Map<Contestant, string>();
  for (const one of all) cookies.set(one, await one.enter());
  const found = await inTurns(all, run.sizes, (one, seconds) =>
    one.load(one.asks.session(cookies.get(one) ?? ""), { seconds }),
  );
  notes.rates("session checks", found);
  notes.ratios("session checks", all[0], found, { "next-auth": 2 });
}
