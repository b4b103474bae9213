import { Racer } from "@/testing/adversaries/racer";
import { tally } from "@/testing/program";
import { test as base, expect } from "../support/fixtures";

// What fifty at once may do, from two processes on one database.

const test = base.extend({
  racer: async ({ scene, lab }, use) => use(new Racer(scene, [lab.app, await lab.second()])),
});

test("fifty requests for a link at once send one mail", async ({ racer, address }) => {
  const answers = await racer.asks({ email: address });
  expect(tally(answers.map((answer) => answer.status()))).toEqual({ 200: 1, 429: 49 });
  for (const refused of answers.filter((answer) => answer.status() === 429)) {
    const { error, retryAfter } = await refused.json();
    expect(error).toBe("Throttled");
    expect(retryAfter).toBeGreaterThan(50);
    expect(refused.headers()["retry-after"]).toBe(String(retryAfter));
  }
});

test("fifty uses of one link at once open one session", async ({ racer, lab, person }) => {
  const owner = await person();
  const answers = await racer.uses(owner);
  const errors = await Promise.all(answers.map(async (one) => (await one.json()).error ?? "in"));
  expect(tally(errors)).toEqual({ in: 1, LinkUsed: 49 });
  const [row] = await lab.database.sql<{ n: number }>(
    'select count(*)::int as n from "Session" where "userId"::text = $1',
    [owner.id],
  );
  expect(row?.n).toBe(1);
});

test("two links of one address used at once open one session", async ({
  racer,
  scene,
  lab,
  person,
}) => {
  const owner = await person();
  const asking = await scene.program();
  const links: string[] = [];
  for (const _ of [1, 2]) {
    links.push((await scene.asksForLink(asking, owner)).link);
    await lab.database.age("61 seconds");
  }
  const answers = await racer.uses(owner, links);
  const errors = await Promise.all(answers.map(async (one) => (await one.json()).error ?? "in"));
  const { in: won, LinkUsed = 0, LinkEnded = 0 } = tally(errors);
  expect([won, LinkUsed + LinkEnded]).toEqual([1, 49]);
});

test("five tries of a code, also when fifty come at once", async ({ racer, person }) => {
  expect(await racer.codes(await person())).toEqual({ CodeWrong: 5, CodeEnded: 15 });
});

test("ten tries of a password, also when twenty come at once", async ({ racer, person }) => {
  const answers = await racer.passwords(await person());
  expect(tally(answers.map((answer) => answer.status()))).toEqual({ 401: 10, 429: 10 });
});
