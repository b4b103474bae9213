import type { Run } from "../context";
import { memoryOf } from "../machine/process-tree";

/** The most memory that each held at once, after all that went before. */
export async function highWater(run: Run): Promise<void> {
  const notes = run.section("Memory under load");
  const [product, ...peers] = await run.contestants();
  for (const one of [product, ...peers]) {
    if (!one) continue;
    const goal = one === product ? { most: 300 } : undefined;
    notes.note(`most memory, ${one.app.name}`, memoryOf(one.server.pid).most, "MB", goal);
  }
}
