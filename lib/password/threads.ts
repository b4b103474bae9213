import { Worker } from "node:worker_threads";
import { singleton } from "../singleton";

type Job =
  | { verb: "hash"; password: string; cost: number }
  | { verb: "compare"; password: string; hash: string };

export class HashThreadLost extends Error {
  override name = "HashThreadLost";
}

export type Library = "bcrypt" | "bcryptjs";

const idle = singleton("hash-threads", () => ({
  bcrypt: [] as Worker[],
  bcryptjs: [] as Worker[],
}));

/** @returns the hash, as `$2b$`; or whether it matches. Either library cuts a password at 72 bytes */
export function inThread(library: Library, job: Job & { verb: "hash" }): Promise<string>;
export function inThread(library: Library, job: Job & { verb: "compare" }): Promise<boolean>;
export async function inThread(library: Library, job: Job): Promise<unknown> {
  const worker = idle[library].pop() ?? newWorker(library);
  worker.ref();
  try {
    const result = await answer(worker, job);
    idle[library].push(worker);
    return result;
  } finally {
    // an idle thread keeps no process alive
    worker.unref();
  }
}

function newWorker(library: Library): Worker {
  // written out in full: bundlers find the file that way
  const worker = new Worker(new URL("./thread.mjs", import.meta.url), {
    workerData: { library },
    // plain JavaScript needs none of this process's flags, some of which forbid a file
    execArgv: [],
  });
  // an idle thread's end is no fault: the next job starts another
  worker.on("error", () => undefined);
  worker.on("exit", () => {
    const place = idle[library].indexOf(worker);
    if (place >= 0) idle[library].splice(place, 1);
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
