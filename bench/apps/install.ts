import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startChildProcess } from "@/local/child-process";
import { localFolder } from "@/local/state";
import { environmentIn, scriptOf } from "./server";

/** The peers' sources. */
export const PEERS = fileURLToPath(new URL("../peers", import.meta.url));
const BUILD_MS = 10 * 60_000;
const DONE = "bench: done";

/**
 * Installs and builds a peer below `.local`, exactly as its lock says, unless it is there as it is written: nothing of it
 * is a dependency of the product.
 * @returns where
 */
export async function install(
  name: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<string> {
  const from = path.join(PEERS, name);
  const folder = path.join(localFolder(), "bench-peers", name);
  const mark = path.join(folder, ".made-from");
  const madeFrom = fingerprint(from);
  if (fs.existsSync(mark) && fs.readFileSync(mark, "utf8") === madeFrom) return folder;
  say(`Installing and building ${name}`);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(from, folder, { recursive: true });
  const build = scriptOf(folder, "build") ?? "true";
  // `prisma generate` wants to see that some engine is there, and never calls it
  const env = {
    ...{ PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
    CHECKPOINT_DISABLE: "1",
  };
  const steps = `npm ci --no-audit --no-fund --loglevel=error && ${build} && echo "${DONE}"`;
  const running = startChildProcess(["/bin/sh", "-c", steps], {
    ...{ cwd: folder, env: { ...environmentIn(folder), ...env } },
  });
  const ending = AbortSignal.any([signal, AbortSignal.timeout(BUILD_MS)]);
  const stop = () => void running.stop();
  ending.addEventListener("abort", stop);
  await running.ended;
  await running.stop();
  ending.removeEventListener("abort", stop);
  signal.throwIfAborted();
  if (!running.output().includes(DONE))
    throw new Error(`${name} was not built:\n${running.output()}`);
  fs.writeFileSync(mark, madeFrom);
  return folder;
}

function fingerprint(folder: string): string {
  const hash = createHash("sha256").update(process.version);
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const file = path.join(folder, name);
    if (fs.statSync(file).isFile()) hash.update(`${name}\0`).update(fs.readFileSync(file));
  }
  return hash.digest("hex");
}
