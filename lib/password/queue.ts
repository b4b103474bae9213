import { availableParallelism } from "node:os";
import { once } from "../once";

/** Too many wait to be hashed; `seconds` is when to come back. */
export class HashQueueFull extends Error {
  override name = "HashQueueFull";
  readonly seconds = 2;
}

/**
 * One hash a core, and no more than libuv's pool has threads: a fifth would keep names and files from being looked up.
 */
const SLOTS = Math.min(availableParallelism(), 4);
/** How many hash at once, and how many more may wait for their turn. */
export const hashQueue = { slots: SLOTS, places: 16 * SLOTS } as const;

const queue = once("hash-queue", () => ({ running: 0, waiting: [] as (() => void)[] }));

/**
 * Runs one hash at a time a core: hashing never takes the whole machine.
 * @throws HashQueueFull at once when the queue is at its bound
 */
export async function inHashQueue<T>(hash: () => Promise<T>): Promise<T> {
  if (queue.running < hashQueue.slots) queue.running += 1;
  else await turn();
  try {
    return await hash();
  } finally {
    const next = queue.waiting.shift();
    if (next) next();
    else queue.running -= 1;
  }
}

function turn(): Promise<void> {
  if (queue.waiting.length >= hashQueue.places) throw new HashQueueFull();
  return new Promise((resolve) => {
    queue.waiting.push(resolve);
  });
}
