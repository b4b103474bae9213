import { chmodSync, chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll } from "vitest";
import { type ChildProcess, startChildProcess } from "@/local/child-process";
import { listens } from "@/local/ports";
import { nobody } from "./nobody";

const started: Pick<ChildProcess, "stop">[] = [];
const folders: string[] = [];

// said here, while the file is read: vitest hears no afterAll from within a beforeAll
afterAll(async () => {
  await Promise.all(started.map((one) => one.stop()));
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

/** Stops that at the end of this test file, before its folders go. */
export function stopAtEnd(running: Pick<ChildProcess, "stop">): void {
  started.push(running);
}

/** A folder of this test file, which `nobody` may write; gone at its end. */
export function folder(name: string): string {
  const made = mkdtempSync(join(tmpdir(), `ingreso-${name}-`));
  if (nobody.uid !== undefined) chownSync(made, nobody.uid, nobody.gid ?? nobody.uid);
  chmodSync(made, 0o755);
  folders.push(made);
  return made;
}

/**
 * Starts a program that ends with this test file, and waits until something listens at its port.
 * @param options.until what it says once it is ready, where listening is not enough
 */
export async function serve(
  program: string[],
  port: number,
  options: { env?: Record<string, string>; cwd?: string; as?: typeof nobody; until?: RegExp } = {},
): Promise<ChildProcess> {
  const { env = {}, cwd = "/", as: who = {}, until = /^/ } = options;
  const running = startChildProcess(program, {
    env: { PATH: process.env.PATH, ...env },
    cwd,
    ...who,
  });
  stopAtEnd(running);
  let ended = false;
  void running.ended.then(() => {
    ended = true;
  });
  while (!(await listens(port, "127.0.0.1")) || !until.test(running.output())) {
    if (ended) throw new Error(`${program[0]} ended: ${running.output()}`);
    await pause(50);
  }
  return running;
}
