// A thread's program: plain JavaScript, so that Node runs it as it lies there and a bundler may take it along.
import { createRequire } from "node:module";
import os from "node:os";
import { parentPort, workerData } from "node:worker_threads";

/** @typedef {{ verb: "hash", password: string, cost: number } | { verb: "compare", password: string, hash: string }} Job */

// Linux takes this for the calling thread alone: pages go before hashes when both want a core. Elsewhere it would slow
// the whole process down; and nobody but root may raise what was lowered further already.
const { PRIORITY_BELOW_NORMAL } = os.constants.priority;
if (process.platform === "linux" && os.getPriority() < PRIORITY_BELOW_NORMAL)
  os.setPriority(PRIORITY_BELOW_NORMAL);

// by `import` a thread would load what reads CommonJS for it as well, which takes 4 MB
const require = createRequire(import.meta.url);
const bcrypt = workerData.library === "bcrypt" ? require("bcrypt") : require("bcryptjs");

parentPort?.on(
  "message",
  /** @param {Job} job */
  (job) => {
    const result =
      job.verb === "hash" ? bcrypt.hashSync(job.password, job.cost) : same(job.password, job.hash);
    parentPort?.postMessage({ result });
  },
);

/**
 * @param {string} password
 * @param {string} hash
 */
function same(password, hash) {
  try {
    return bcrypt.compareSync(password, hash);
  } catch {
    // bcryptjs throws for a hash that is none, which the native library calls a wrong password
    return false;
  }
}
