import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { ROOT } from "@/local/root";

it.each([
  ["the clean-up", ["commands/db/cleanup.ts"], 0],
  ["the operator", ["commands/operator/run.ts", "history", "ana@example.com"], 0],
])(
  "%s ends with its last word: its connections are closed, not left to idle away",
  async (_, words, code) => {
    const child = spawn(process.execPath, ["--import", "tsx", ...words], { cwd: ROOT });
    let spoke = 0;
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", () => {
        spoke = performance.now();
      });
    expect(await once(child, "close")).toEqual([code, null]);
    expect(spoke).toBeGreaterThan(0);
    expect(performance.now() - spoke).toBeLessThan(3000);
  },
);
