import { setTimeout as pause } from "node:timers/promises";
import { type Ask, PASSWORD } from "../apps/app";
import { Contestant } from "../apps/contestant";
import { send } from "../apps/load";
import { CHEAP, type Run } from "../context";
import { Wire } from "../wire/wire";

const TRIES = 8;
const QUIET_MS = 100;

/**
 * SQL statements until the answer, without BEGIN and COMMIT. What is asked after the answer may be counted along with one
 * that was just being answered: the fewest of several are the ones that it waited for.
 */
export async function statements(run: Run): Promise<void> {
  const notes = run.section("Statements until the answer");
  for (const { app, database } of await run.contestants()) {
    const wire = await Wire.to(database.url);
    const one = await Contestant.at(run.stage, app, CHEAP, database.url, wire.url);
    one.skip();
    const least = { link: Infinity, open: Infinity, password: Infinity, session: Infinity };
    const counted = async (what: keyof typeof least, ask: Ask) => {
      // an app may check its database once a second, besides its requests
      await send(one.server.url, one.asks.page);
      await settled(wire);
      await send(one.server.url, ask);
      least[what] = Math.min(least[what], wire.statements());
    };
    const cookie = await one.enter();
    for (let time = 0; time < TRIES; time += 1) {
      const [asks, types] = [one.next(), one.next()];
      // the first sign-in of an account may be more work than the next ones
      for (const address of [asks, types])
        await send(one.server.url, one.asks.signIn(address, PASSWORD));
      await counted("link", one.asks.link(asks));
      await counted("open", one.asks.open(await run.stage.sink.linkTo(asks)));
      await counted("password", one.asks.signIn(types, PASSWORD));
      await counted("session", one.asks.session(cookie));
    }
    await one.stop();
    await wire.close();
    const ours = app.name === "ingreso";
    const goals = { link: 4, open: 4, password: 4, session: 1 };
    const words = {
      ...{ link: "a link asked for", open: "a link used" },
      ...{ password: "a sign-in by password", session: "a session check" },
    };
    for (const what of ["link", "open", "password", "session"] as const)
      notes.note(
        `${words[what]}, ${app.name}`,
        least[what],
        "",
        ours ? { most: goals[what] } : undefined,
      );
  }
}

/** Waits until what was begun after the last answer has been asked too. */
async function settled(wire: Wire): Promise<void> {
  do await pause(QUIET_MS);
  while (wire.statements() > 0);
}
