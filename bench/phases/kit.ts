import { makePerson } from "@/testing/person/make";
import { openSession } from "@/testing/sign-in/session";
import { PRODUCT } from "../apps/product";
import { COST, type Run } from "../context";
import { LEAST, signIns } from "./passwords";

const MOST_MS = 50;
const HOST = "bench.example";

/** What the QA kit writes by rows, beside what a program does through the product's endpoints. */
export async function kit(run: Run): Promise<void> {
  const notes = run.section("The QA kit: people and sessions by rows");
  const product = await run.product();
  const { database, server } = product;
  const at = { origin: server.url, databaseUrl: database.url, smtp: run.stage.sink.smtp };
  const place = {
    app: server.url,
    google: null,
    settings: PRODUCT.settings({ ...at, cost: COST }),
  };
  const wanted = { password: true, passkey: true, secondStep: true, domain: HOST };
  // the kit's password is hashed once a process
  await makePerson(wanted, { database, place });
  const [making, signingIn]: [number[], number[]] = [[], []];
  for (let time = 0; time < run.sizes.tries; time += 1) {
    const person = await timed(making, () => makePerson(wanted, { database, place }));
    const there = { database, place, network: "192.0.2.0/24" };
    await timed(signingIn, () => openSession(person, "password", there));
  }
  const { times } = await signIns(product, { amount: LEAST });
  const typed = notes.samples("a sign-in by password, over HTTP", times).p50;
  for (const [what, measured] of [
    ["a person with all but Google", making],
    ["a storageState", signingIn],
  ] as const) {
    const { p50 } = notes.samples(what, measured);
    notes.note(`${what}, p50`, p50, "ms", { most: MOST_MS });
    notes.note(`a sign-in over HTTP ÷ ${what}`, typed / p50, "×");
  }
}

async function timed<T>(times: number[], act: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const done = await act();
  times.push(performance.now() - began);
  return done;
}
