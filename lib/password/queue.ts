import { availableParallelism } from "node:os";
import { once } from "../once";

/** Too many wait to be hashed; `seconds` is when to come back. */
export class HashQueueFull extends Error {
  override name = "HashQueueFull";
  readonly seconds = 2;
}

/** libuv's pool has four threads, which DNS and files need too. */
const SLOTS = Math.max(1, Math.min(availableParallelism(), 3));
const QUEUE = 16 * SLOTS;

const queue = once("hash-queue", () => ({ running: 0, waiting: [] as (() => void)[] }));

/**
 * Runs one hash at a time a core: hashing never takes the whole machine.
 * @throws HashQueueFull at once when the queue is at its bound
 */
export async function inHashQueue<T>(hash: () => Promise<T>): Promise<T> {
  if (queue.running < SLOTS) queue.running += 1;
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
  if (queue.waiting.length >= QUEUE) throw new HashQueueFull();
  return new Promise((resolve) => {
    queue.waiting.push(resolve);
  });
}
