// A thread's program: plain JavaScript, so that Node runs it as it lies there and a bundler may take it along.
import { parentPort } from "node:worker_threads";
import bcrypt from "bcryptjs";

parentPort?.on(
  "message",
  /** @param {{ verb: "hash", password: string, cost: number } | { verb: "compare", password: string, hash: string }} job */
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
    // it throws for a hash that is none, which the native library calls a wrong password
    return false;
  }
}
