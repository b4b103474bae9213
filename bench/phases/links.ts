import type { Contestant } from "../apps/contestant";
import { WrongAnswer } from "../apps/load";
import { inTurns, type Run } from "../context";

/** Links asked for, each to the address of another account, from another network; their mails are counted. */
export async function links(run: Run): Promise<void> {
  const notes = run.section("Links asked for");
  const { sink } = run.stage;
  const all = (await run.contestants()) as [Contestant, ...Contestant[]];
  const found = await inTurns(all, run.sizes, async (one, seconds) => {
    const before = await sink.count();
    const asked = await one.load(() => one.asks.link(one.next()), { seconds });
    const mails = (await sink.count()) - before;
    if (mails < asked.done) throw new WrongAnswer(`${asked.done} links, ${mails} mails`);
    return asked;
  });
  notes.rates("links", found);
  notes.ratios("links", all[0], found, { "next-auth": 1.5 });
}
