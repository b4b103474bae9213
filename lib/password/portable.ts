import { Worker } from "node:worker_threads";
import { once } from "../once";

type Job =
  | { verb: "hash"; password: string; cost: number }
  | { verb: "compare"; password: string; hash: string };

/** The thread that hashed died, for want of memory say. */
export class HashThreadLost extends Error {
  override name = "HashThreadLost";
}

const idle = once("portable-bcrypt", () => [] as Worker[]);

/**
 * bcrypt in JavaScript, in threads of its own so that the event loop stays free; as many as are asked at once, which
 * the hash queue bounds. The password is cut at 72 bytes, as the native library does.
 * @returns the hash, as `$2b$`
 */
export async function portableHash(password: string, cost: number): Promise<string> {
  return (await run({ verb: "hash", password, cost })) as string;
}

/** Compares in a thread; false for a hash that is none. */
export async function portableCompare(password: string, hash: string): Promise<boolean> {
  return (await run({ verb: "compare", password, hash })) as boolean;
}

async function run(job: Job): Promise<unknown> {
  const worker = idle.pop() ?? newWorker();
  worker.ref();
  try {
    const result = await answer(worker, job);
    idle.push(worker);
    return result;
  } finally {
    // an idle thread keeps no process alive
    worker.unref();
  }
}

function newWorker(): Worker {
  // written out in one piece: that is how a bundler finds the file
  const worker = new Worker(new URL("./portable-worker.mjs", import.meta.url), {
    // plain JavaScript needs none of what this process was started with, and some of it forbids a file
    execArgv: [],
  });
  // an idle thread's end is no fault: the next job starts another
  worker.on("error", () => undefined);
  worker.on("exit", () => {
    const place = idle.indexOf(worker);
    if (place >= 0) idle.splice(place, 1);
  });
  return worker;
}

function answer(worker: Worker, job: Job): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const lost = () => reject(new HashThreadLost());
    worker.once("exit", lost);
    worker.once("message", ({ result }: { result: unknown }) => {
      worker.off("exit", lost);
      resolve(result);
    });
    worker.postMessage(job);
  });
}
