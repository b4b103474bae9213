import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it, onTestFinished } from "vitest";
import { cpuOf, memoryOf } from "./process-tree";

/** A shell, whose child has worked for a while and then says so. */
async function shell(): Promise<number> {
  const work =
    "while (process.cpuUsage().user < 200_000); console.log(1); setInterval(() => {}, 1000)";
  const child = spawn("/bin/sh", ["-c", `"${process.execPath}" -e "${work}"; true`], {
    detached: true,
  });
  onTestFinished(() => void process.kill(-(child.pid ?? 0), "SIGKILL"));
  await once(child.stdout, "data");
  return child.pid ?? 0;
}

it.runIf(process.platform === "linux")("counts a process with all below it", async () => {
  const pid = await shell();
  const { now, most } = memoryOf(pid);
  // a shell alone has two megabytes
  expect(now).toBeGreaterThan(20);
  expect(most).toBeGreaterThanOrEqual(now);
  expect(cpuOf(pid)).toBeGreaterThan(0.1);
  expect(cpuOf(pid)).toBeLessThan(5);
});
