import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** Runs `next build`, which empties `.next` first. Where that fails, it has said why, and this process ends as it did. */
export async function pages(root: string): Promise<void> {
  const next = join(root, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], { cwd: root, stdio: "inherit" });
  // of Ctrl-C a terminal tells both
  for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, "exit");
  if (code !== 0) process.exit(code ?? 1);
}
