import autocannon from "autocannon";
import type { Rate } from "./library";
import { PASSWORD, type People } from "./people";

/** What a browser says that posts a form of ours. */
const BROWSER = {
  accept: "text/html,application/xhtml+xml",
  "content-type": "application/x-www-form-urlencoded",
  "sec-fetch-site": "same-origin",
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0.0.0",
};
export const SIGN_IN = "/api/auth/callback/credentials";

/** Enough to keep every hashing thread at work, too few for the queue or a network range to fill. */
const AT_ONCE = 8;

export class WrongAnswer extends Error {
  override name = "WrongAnswer";
}

/** Posts a form as a browser does, without following where it leads. @throws WrongAnswer unless the status is expected */
export async function post(
  url: string,
  form: Record<string, string>,
  expected: number,
): Promise<Response> {
  const body = new URLSearchParams(form);
  const response = await fetch(url, { method: "POST", headers: BROWSER, body, redirect: "manual" });
  await response.arrayBuffer();
  if (response.status !== expected) throw new WrongAnswer(`${url} answered ${response.status}`);
  return response;
}

/** Signs that many people in by their passwords, some at once, and tells how long that took. */
export async function signIns(app: string, people: People, count: number): Promise<Rate> {
  const began = performance.now();
  let last = began;
  const statuses = new Map<number, number>();
  const setupRequest = (request: autocannon.Request) => ({
    ...request,
    body: new URLSearchParams({ email: people.next(), password: PASSWORD }).toString(),
  });
  const requests = [{ method: "POST" as const, path: SIGN_IN, headers: BROWSER, setupRequest }];
  const { ended } = load(
    { url: app, connections: AT_ONCE, amount: count, timeout: 30, requests },
    (status) => {
      last = performance.now();
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    },
  );
  await ended;
  const entered = statuses.get(303) ?? 0;
  if (entered !== count)
    throw new WrongAnswer(`sign-ins: ${JSON.stringify(Object.fromEntries(statuses))}`);
  return { done: entered, seconds: (last - began) / 1000 };
}

/** Looks at a page that many times, one after another. @throws WrongAnswer unless it is there */
export async function look(url: string, cookie: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const response = await fetch(url, { headers: { cookie, accept: "text/html" } });
    await response.arrayBuffer();
    if (response.status !== 200) throw new WrongAnswer(`${url} answered ${response.status}`);
  }
}

/** What a page answers in, in milliseconds, asked for at a steady pace until the other thing ends. */
export async function watch(
  url: string,
  cookie: string,
  until: Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  const wrong: number[] = [];
  const headers = { cookie, accept: "text/html" };
  const { ended, stop } = load(
    { url, connections: 2, overallRate: 5, duration: 600, headers },
    (status, time) => {
      times.push(time);
      if (status !== 200) wrong.push(status);
    },
  );
  void until.then(stop, stop);
  await ended;
  if (wrong.length > 0) throw new WrongAnswer(`${url} answered ${wrong.join(", ")}`);
  return times;
}

function load(
  options: autocannon.Options,
  answered: (status: number, time: number) => void,
): { ended: Promise<void>; stop: () => void } {
  let stop = () => {};
  const ended = new Promise<void>((resolve, reject) => {
    const running = autocannon(options, (fault) => (fault ? reject(fault) : resolve()));
    running.on("response", (_, status, __, time) => answered(status, time));
    stop = () => running.stop();
  });
  return { ended, stop };
}
