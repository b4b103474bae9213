import { inject } from "vitest";

/** The local services of the worker that this test file runs in: no other file uses them meanwhile. */
export function here() {
  const services = inject("services")[Number(process.env.VITEST_POOL_ID) - 1];
  if (!services) throw new Error(`worker ${process.env.VITEST_POOL_ID} has no services`);
  return services;
}
