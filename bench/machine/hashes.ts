import { availableParallelism } from "node:os";
import bcrypt from "bcrypt";

// A process of its own: what the library alone does with as many threads as there are cores.
const [seconds = 5, cost = 12] = process.argv.slice(2).map(Number);
const hash = await bcrypt.hash("right", cost);
const began = performance.now();
let hashes = 0;
let last = began;

async function thread(): Promise<void> {
  while (performance.now() - began < seconds * 1000) {
    await bcrypt.compare("wrong", hash);
    hashes += 1;
    last = performance.now();
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, thread));
console.log(JSON.stringify({ hashes, seconds: (last - began) / 1000 }));
