import { availableParallelism } from "node:os";
import { singleton } from "../singleton";
import { hashed, observeHashQueue, throttled } from "../telemetry/counters";
import { inSpan } from "../telemetry/span";

/** `seconds` is when to come back. */
export class HashQueueFull extends Error {
  override name = "HashQueueFull";
  readonly seconds = 2;
}

/** One hash a core, bounded: a container sees all cores of its host, whatever its share. */
const SLOTS = Math.min(availableParallelism(), 8);
export const hashQueue = { slots: SLOTS, places: 16 * SLOTS } as const;

type Turn = { begin: () => void; refuse: (fault: HashQueueFull) => void };
const queue = singleton("hash-queue", () => ({
  running: 0,
  waiting: 0,
  lines: new Map<string | symbol, Turn[]>(),
}));
observeHashQueue(() => queue);

/**
 * Each subnet has a line, and the lines take turns. When all places are taken, the last of the longest line gives its
 * place to a shorter one: no subnet starves the others.
 * @throws HashQueueFull at once, or when another subnet takes its place
 */
export function inHashQueue<T>(
  hash: () => Promise<T>,
  subnet: string | symbol = Symbol(),
): Promise<T> {
  return inSpan("hash", {}, () => queued(hash, subnet));
}

async function queued<T>(hash: () => Promise<T>, subnet: string | symbol): Promise<T> {
  const asked = performance.now();
  if (queue.running < hashQueue.slots) queue.running += 1;
  else await turnOf(subnet);
  const begun = performance.now();
  try {
    return await hash();
  } finally {
    hashed((begun - asked) / 1000, (performance.now() - begun) / 1000);
    const next = nextTurn();
    if (next) next.begin();
    else queue.running -= 1;
  }
}

function turnOf(subnet: string | symbol): Promise<void> {
  const line = queue.lines.get(subnet) ?? [];
  if (queue.waiting >= hashQueue.places) makeRoom(line.length + 1);
  queue.waiting += 1;
  queue.lines.set(subnet, line);
  return new Promise((begin, refuse) => {
    line.push({ begin, refuse });
  });
}

function makeRoom(length: number): void {
  throttled("hash-queue");
  const [longest] = [...queue.lines.values()].sort((one, other) => other.length - one.length);
  if (!longest || longest.length <= length) throw new HashQueueFull();
  longest.pop()?.refuse(new HashQueueFull());
  queue.waiting -= 1;
}

function nextTurn(): Turn | undefined {
  const [first] = queue.lines;
  if (!first) return undefined;
  const [subnet, line] = first;
  const turn = line.shift();
  queue.waiting -= 1;
  queue.lines.delete(subnet);
  if (line.length > 0) queue.lines.set(subnet, line);
  return turn;
}
