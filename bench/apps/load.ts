import autocannon from "autocannon";
import { cpuOf } from "../machine/process-tree";
import type { Ask } from "./app";

/** What was done in a time, and the seconds of CPU that it took. */
export type Load = {
  done: number;
  seconds: number;
  cpu: { server: number; database: number };
  /** bytes that PostgreSQL wrote ahead, in all databases */
  wal?: number;
  /** of each answer, in milliseconds */
  times: number[];
};

export class WrongAnswer extends Error {
  override name = "WrongAnswer";
}

/** Enough to keep every core at work, too few for a queue to fill. */
export const CONNECTIONS = 8;
const ANSWER_SECONDS = 30;

type Target = { url: string; pid: number; database: number; signal: AbortSignal };
type Until = { seconds: number } | { amount: number } | { ended: Promise<unknown> };
type Way = {
  connections?: number;
  perSecond?: number;
  /** others are asked at the same time: it may answer nothing in a short while */
  oneOfMany?: boolean;
};

/**
 * Asks over and over again, over connections that stay open.
 * @param asks makes each request; one that is always the same is given as it is
 * @throws WrongAnswer where one was not answered as it should be, or none at all
 */
export async function load(
  { url, pid, database, signal }: Target,
  asks: Ask | (() => Ask),
  until: Until,
  { connections = CONNECTIONS, perSecond, oneOfMany = false }: Way = {},
): Promise<Load> {
  signal.throwIfAborted();
  const first = typeof asks === "function" ? asks() : asks;
  const used = () => ({ server: cpuOf(pid), database: cpuOf(database) });
  const before = used();
  const began = performance.now();
  let last = began;
  const times: number[] = [];
  const statuses = new Map<number, number>();
  const options = {
    ...{ url, connections, timeout: ANSWER_SECONDS, sampleInt: 100, ...lengthOf(until) },
    ...(perSecond && { overallRate: perSecond, ignoreCoordinatedOmission: true }),
    requests: [
      {
        ...requestOf(first),
        ...(typeof asks === "function" && { setupRequest: () => requestOf(asks()) }),
      },
    ],
  };
  const errors = await new Promise<number>((resolve, reject) => {
    const running = autocannon(options, (fault, result) => {
      signal.removeEventListener("abort", stop);
      if (fault) reject(fault);
      else resolve(result.errors);
    });
    const stop = () => running.stop();
    signal.addEventListener("abort", stop);
    if ("ended" in until) void until.ended.then(stop, stop);
    running.on("response", (_, status, __, time) => {
      last = performance.now();
      times.push(time);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    });
  });
  signal.throwIfAborted();
  const after = used();
  const done = statuses.get(first.status) ?? 0;
  const none = statuses.size === 0 && oneOfMany;
  if (errors > 0 || (!none && (statuses.size !== 1 || done === 0)))
    throw new WrongAnswer(
      `${url}${first.path}: ${errors} errors, answers ${JSON.stringify(Object.fromEntries(statuses))}`,
    );
  return {
    // what was on its way at the end is not done
    ...{ done, times, seconds: (last - began) / 1000 },
    cpu: { server: after.server - before.server, database: after.database - before.database },
  };
}

export type Answer = { headers: Headers; text: string };

/** Sends one request. @throws WrongAnswer unless it is answered as it should be */
export async function send(url: string, ask: Ask): Promise<Answer> {
  const { method, path, headers, body, status } = ask;
  const response = await fetch(url + path, { method, headers, body, redirect: "manual" });
  const text = await response.text();
  if (response.status !== status)
    throw new WrongAnswer(`${url}${path} answered ${response.status}: ${text.slice(0, 300)}`);
  return { headers: response.headers, text };
}

function lengthOf(until: Until): { duration?: number; amount?: number } {
  if ("amount" in until) return { amount: until.amount };
  return { duration: "seconds" in until ? until.seconds : 600 };
}

const requestOf = ({ method, path, headers, body }: Ask) => ({ method, path, headers, body });
