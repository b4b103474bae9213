import { servicePorts } from "@/local/ports";
import { campaign } from "../fuzz/campaign";
import { failureLines, summed, table } from "../fuzz/report";
import { wholeNumber } from "../runner/asked";
import { expect, test } from "../support/fixtures";

// A few bad requests to every endpoint, the same ones each time; `npm run fuzz` sends as many others as one likes.

const SEED = wholeNumber("FUZZ_SEED", process.env.FUZZ_SEED || "1", 0);
/** requests an endpoint */
const RUNS = wholeNumber("FUZZ_RUNS", process.env.FUZZ_RUNS || "6", 1);
const APART = 7;

test("no endpoint has ever answered with a 5xx, an echo, or slowly", async ({ lab }) => {
  console.log(`fuzz: seed ${SEED}, ${RUNS} requests an endpoint`);
  const [port = 0] = await servicePorts(process.pid * APART, 1);
  let printed = "";
  // behind one proxy, which is the test: each request comes from a network range of its own
  const env = { TRUSTED_PROXY_HOPS: "1", LOG_LEVEL: "info" };
  const app = await lab.local.join(port, env, (text) => {
    printed += text;
  });
  printed = ""; // Next's own first lines
  const report = await campaign(
    {
      port,
      origin: lab.app,
      issuer: lab.google.origin,
      database: lab.database,
      printed: () => printed,
      emptyInbox: async () => undefined, // another test may count its mails
    },
    { seed: SEED, runs: RUNS },
  );
  await app.stop();
  console.log(table(summed([report])));
  expect(failureLines(report)).toEqual([]);
});
