import { createHash } from "node:crypto";

/** in bytes: of half a million entries one other password in two million matches by chance */
const WIDTH = 5;

/** The first bytes of each SHA-256, sorted. @param plain each as `plainOf` gives it */
export function packList(plain: Iterable<string>): Buffer {
  const digests = [...new Set(plain)].map(digestOf).sort(Buffer.compare);
  return Buffer.concat(digests.filter((digest, at) => !digests[at - 1]?.equals(digest)));
}

/** Binary search, about twenty reads. */
export function listHas(list: Buffer, plain: string): boolean {
  const digest = digestOf(plain);
  let low = 0;
  let high = list.length / WIDTH;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = digest.compare(list, middle * WIDTH, (middle + 1) * WIDTH);
    if (order === 0) return true;
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return false;
}

export function listSize(list: Buffer): number {
  return list.length / WIDTH;
}

function digestOf(plain: string): Buffer {
  return createHash("sha256").update(plain).digest().subarray(0, WIDTH);
}
