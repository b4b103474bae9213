import { expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { tell } from "@/e2e/support/unit/settings";
import { clientInfoOf, subnetKeyOf } from "@/lib/client-info";
import { countInSubnet } from "@/lib/rate-limit/subnets";
import { limitsOf } from "./limits";
import { Mine } from "./mine";
import { placeOf } from "./place";

const place = (settings: Record<string, string>) => ({
  ...placeOf({ BASE_URL: "http://localhost:3000" }),
  settings,
});
const counted = () => database.sql(`select range from "RangeHit" order by range`);

it.each(["1", "3"])("behind %s proxies each test comes from a network of its own", async (hops) => {
  tell({ TRUSTED_PROXY_HOPS: hops });
  const mine = new Mine();
  const one = await limitsOf(place({ TRUSTED_PROXY_HOPS: hops }), database, mine);
  const other = await limitsOf(place({ TRUSTED_PROXY_HOPS: hops }), database, new Mine());
  expect(clientInfoOf(new Headers(one.headers)).subnet).toBe(one.network);
  expect(mine.networks).toEqual([one.network]);
  expect(other.network).not.toBe(one.network);
});

it("where all tests share a network, what this machine did is forgotten, and nobody else's", async () => {
  const ranges = ["127.0.0.1", "::1", "192.0.2.1"].map(subnetKeyOf);
  for (const range of ranges) await countInSubnet(range);
  const mine = new Mine();
  expect(await limitsOf(place({ TRUSTED_PROXY_HOPS: "0" }), database, mine)).toEqual({
    network: "127.0.0.0/24",
    headers: {},
  });
  expect(await counted()).toEqual([{ range: "192.0.2.0/24" }]);
  expect(mine.networks).toEqual(ranges.slice(0, 2));
});

it("at a deployment it says that it does not know", async () => {
  expect(await limitsOf(place({}), null, new Mine())).toEqual({ network: "unknown", headers: {} });
});
