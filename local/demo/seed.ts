import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startChildProcess } from "../child-process";
import { ROOT } from "../root";
import { DEMO_ACCOUNTS } from "./accounts";

const WRITE = fileURLToPath(new URL("write.ts", import.meta.url));
/** What write.ts says when it is through. */
export const WRITTEN = "demo accounts: written";

/**
 * Puts the demo accounts into an embedded database, once; existing accounts stay as they are.
 * `env`: the settings of the app that will use it; `folder`: where the database keeps its data.
 */
export async function seedDemoAccounts(
  env: Record<string, string>,
  folder: string,
  stopping?: AbortSignal,
): Promise<void> {
  // Beside the data: it goes when they go.
  const note = path.join(folder, "demo-accounts");
  const accounts = JSON.stringify(DEMO_ACCOUNTS);
  if (fs.existsSync(note) && fs.readFileSync(note, "utf8") === accounts) return;
  // In a process of its own: the product reads its settings once a process, and these are not ours.
  const writing = startChildProcess([process.execPath, "--import", "tsx", WRITE], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env, LOG_LEVEL: "warn" },
  });
  const stop = () => void writing.stop();
  stopping?.addEventListener("abort", stop);
  await writing.ended;
  await writing.stop();
  stopping?.removeEventListener("abort", stop);
  if (stopping?.aborted) return;
  if (!writing.output().endsWith(WRITTEN)) {
    throw new Error(`the demo accounts could not be written: ${writing.output()}`);
  }
  fs.writeFileSync(note, accounts);
}
