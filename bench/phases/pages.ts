import { Contestant } from "../apps/contestant";
import { withServerless } from "../apps/product";
import { COST, inTurns, type Run } from "../context";

/** The sign-in page for a client without cookies that takes it compressed. */
export async function pages(run: Run): Promise<void> {
  const notes = run.section("Sign-in page, without cookies");
  const [product, ...peers] = (await run.contestants()) as [Contestant, ...Contestant[]];
  await withServerless(async (app) => {
    const serverless = await Contestant.at(run.stage, app, COST, product.database.url);
    const found = await inTurns([product, serverless, ...peers], run.sizes, (one, seconds) =>
      one.load(one.asks.page, { seconds }),
    );
    await serverless.stop();
    notes.rates("pages", found);
    notes.ratios("pages", product, found, { "better-auth": 5 });
    notes.ratios("pages of next start", serverless, found, { "next-auth": 1.2 });
  });
}
