import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureBuild } from "@/local/build";
import { tokenIn } from "@/testing/program";
import { wholeNumber } from "../runner/asked";
import { database, inbox } from "../support/unit";
import { accounts } from "./accounts";
import { all } from "./all";
import { type Came, came, guest, guestsLeave } from "./guest";
import { broken } from "./invariants";
import type { Act, Left } from "./journey";
import { links } from "./links";
import { passkeys } from "./passkeys";
import { passwords } from "./passwords";
import { drawing } from "./random";
import { secondSteps } from "./second-steps";
import { CRON_SECRET, Stage } from "./stage";

// A process is killed by SIGKILL while every journey is under way at it. `KILLS` and `SEED` say how often and when.

const KILLS = wholeNumber("KILLS", process.env.KILLS || "2", 1);
const SEED = wholeNumber("SEED", process.env.SEED || "20261124", 0);
const JOURNEYS = Object.entries({
  ...links,
  ...passwords,
  ...accounts,
  ...secondSteps,
  ...passkeys,
});
const ROUNDS = Array.from({ length: KILLS }, (_, round) => round + 1);

/** in milliseconds, how long each journey takes while others are under way; learnt from those that were not cut */
const lengths: number[] = [];
/** All of them begin at the same instant while nobody is killed, and so take longer than they will. */
const CROWDED = 0.6;
const tallies = new Map<string, Record<Left | "cut", number>>(
  JOURNEYS.map(([name]) => [name, { nothing: 0, "a step": 0, all: 0, cut: 0 }]),
);
let stage: Stage;

beforeAll(async () => {
  await ensureBuild();
  stage = await Stage.open();
}, 600_000);

afterAll(async () => {
  await stage?.close();
  console.log(`${KILLS} kills, seed ${SEED}: what they left of each journey`);
  console.table(Object.fromEntries(tallies));
});

const begun = () => Promise.all(JOURNEYS.map(([, begin]) => begin(stage)));

const WORDS: Record<string, string> = {
  "password-changed": "contraseña",
  "new-device": "dispositivo",
  "google-linked": "Google",
  "email-changed": "correo",
  "email-confirmed": "correo",
};
type Told = { id: string; kind: string; address: string; sent: boolean };
const told = new Set<string>();

/**
 * The clean-up sends what nobody was told yet: what a dead process had taken up is another's after two minutes, and what
 * was held back is due after an hour, which passes for notices alone.
 */
async function everybodyIsTold(): Promise<void> {
  await database.age("121 seconds");
  const moved = ["createdAt", "claimedAt", "sentAt"].map(
    (at) => `"${at}" = "${at}" - interval '1 hour'`,
  );
  await database.sql(`update "Notice" set ${moved.join(", ")}`);
  const untold = async () => {
    const headers = { authorization: `Bearer ${CRON_SECRET}` };
    await fetch(`${stage.survivor}/api/cron/cleanup`, { method: "POST", headers });
    const mails = await inbox.all();
    const notices = await database.sql<Told>(
      'select id, kind, address, "sentAt" is not null as sent from "Notice"',
    );
    const left = notices.filter(({ id, kind, address, sent }) => {
      const word = WORDS[kind] ?? "";
      const came = mails.some(({ to, subject }) => to[0] === address && subject.includes(word));
      return !told.has(id) && !(sent && came);
    });
    if (left.length === 0) for (const { id } of notices) told.add(id);
    return left;
  };
  // what a living process has just taken up is still on its way, and no clean-up waits for it
  await expect.poll(untold, { timeout: 30_000 }).toEqual([]);
}

/** Everybody with an account comes in by a link: the minute of the throttle is over by now. */
async function everybodySignsIn(acts: Act[]): Promise<void> {
  const people = acts.flatMap(({ person }) => person ?? []);
  const entered = await Promise.all(
    people.map(async (email) => {
      const known = (await inbox.mails(email)).at(-1)?.id ?? 0;
      const program = await guest(stage.survivor);
      await program.post("/api/auth/signin/email", { email });
      const token = tokenIn(await inbox.wait(email, known));
      return came(program.post("/api/auth/callback/email", { token }));
    }),
  );
  expect(entered).toEqual(people.map(() => 200));
}

/** Nothing is half done: of each journey it is known how far it came, and everybody can come in. */
async function judged(acts: Act[], outcomes: Came[][]): Promise<void> {
  const checks = await Promise.all(acts.map((act, index) => act.check(outcomes[index] ?? [])));
  for (const [index, left] of checks.entries()) {
    const tally = tallies.get(JOURNEYS[index]?.[0] ?? "");
    if (!tally) continue;
    tally[left] += 1;
    if (outcomes[index]?.includes(0)) tally.cut += 1;
  }
  await everybodyIsTold();
  await everybodySignsIn(acts);
  expect(await broken()).toEqual({});
}

describe(`with ${KILLS} kills, seed ${SEED}`, () => {
  it("every journey goes through while nobody is killed", async () => {
    const acts = await begun();
    const left = await Promise.all(
      acts.map(async (act, index) => {
        const start = performance.now();
        const all = await act.run();
        lengths[index] = (performance.now() - start) * CROWDED;
        return all;
      }),
    );
    for (const [index, act] of acts.entries())
      expect([JOURNEYS[index]?.[0], await act.check(left[index] ?? [])]).toEqual([
        JOURNEYS[index]?.[0],
        "all",
      ]);
    await everybodyIsTold();
    await everybodySignsIn(acts);
    expect(await broken()).toEqual({});
    await guestsLeave();
  });

  it.each(ROUNDS)(
    "kill %i leaves nothing half done, and the other process answers",
    async (round) => {
      await stage.restart(); // where a round before this one has failed
      const draw = drawing(SEED + round);
      const acts = await begun();
      // each journey is killed at a moment of its own: it begins that long before
      const ahead = lengths.map((length) => draw() * length);
      const moment = Math.max(...ahead);
      const runs = acts.map(async (act, index): Promise<Came[]> => {
        await pause(moment - (ahead[index] ?? 0));
        const start = performance.now();
        const came = await act.run();
        lengths[index] = came.includes(0) ? (lengths[index] ?? 0) * 1.1 : performance.now() - start;
        return came;
      });
      const kill = async () => {
        await pause(moment);
        const [, health] = await all(stage.kill(), fetch(`${stage.survivor}/api/health`));
        return health.status;
      };
      const [status, ...outcomes] = await all(kill(), ...runs);
      expect(status).toBe(200);
      expect(await broken()).toEqual({});
      await all(stage.restart(), judged(acts, outcomes));
      await guestsLeave();
    },
  );
});
