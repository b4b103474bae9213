import { availableParallelism } from "node:os";
import { once } from "../once";
import { inSpan } from "../telemetry/span";
import { hashed, hashQueueIs, throttled } from "../telemetry/tell";

/** Too many wait to be hashed; `seconds` is when to come back. */
export class HashQueueFull extends Error {
  override name = "HashQueueFull";
  readonly seconds = 2;
}

/** One hash a core; no more, since a container is told of all cores of its host, whatever its share of them. */
const SLOTS = Math.min(availableParallelism(), 8);
/** How many hash at once, how many more may wait for their turn, and how many of those for one network range. */
export const hashQueue = { slots: SLOTS, places: 16 * SLOTS, share: 8 * SLOTS } as const;

type Turn = () => void;
const queue = once("hash-queue", () => ({
  running: 0,
  waiting: 0,
  lines: new Map<string | symbol, Turn[]>(),
}));
hashQueueIs(() => queue);

/**
 * Runs one hash at a time a core: hashing never takes the whole machine. Who waits stands in the line of their network
 * range, and the ranges take turns, so that nobody waits for everything that another one sends.
 * @param range whose hash it is; without one it has a line of its own
 * @throws HashQueueFull at once when the queue, or the range's share of it, is at its bound
 */
export function inHashQueue<T>(
  hash: () => Promise<T>,
  range: string | symbol = Symbol(),
): Promise<T> {
  return inSpan("hash", {}, () => queued(hash, range));
}

async function queued<T>(hash: () => Promise<T>, range: string | symbol): Promise<T> {
  const asked = performance.now();
  if (queue.running < hashQueue.slots) queue.running += 1;
  else await turnOf(range);
  const begun = performance.now();
  try {
    return await hash();
  } finally {
    hashed((begun - asked) / 1000, (performance.now() - begun) / 1000);
    const next = nextTurn();
    if (next) next();
    else queue.running -= 1;
  }
}

function turnOf(range: string | symbol): Promise<void> {
  const line = queue.lines.get(range) ?? [];
  if (queue.waiting >= hashQueue.places || line.length >= hashQueue.share) {
    throttled("hash-queue");
    throw new HashQueueFull();
  }
  queue.waiting += 1;
  queue.lines.set(range, line);
  return new Promise((resolve) => {
    line.push(resolve);
  });
}

/** The first of the first line, which goes to the end. */
function nextTurn(): Turn | undefined {
  const [first] = queue.lines;
  if (!first) return undefined;
  const [range, line] = first;
  const turn = line.shift();
  queue.waiting -= 1;
  queue.lines.delete(range);
  if (line.length > 0) queue.lines.set(range, line);
  return turn;
}
