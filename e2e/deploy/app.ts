import { setTimeout as pause } from "node:timers/promises";
import { startApp } from "@/local/app";
import { servicePorts } from "@/local/ports";
import { stopAtEnd } from "./program";

/** What an app of this test file is told, unless a test says otherwise. */
const SETTINGS = [
  ...["DATABASE_URL", "NEXTAUTH_URL", "NEXTAUTH_SECRET", "EMAIL_SERVER", "EMAIL_FROM"],
  ...["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET", "GOOGLE_ISSUER", "BCRYPT_COST"],
];

/** Free ports for this process; other files and other clones have others. */
export function ports(count: number, apart = 0): Promise<number[]> {
  return servicePorts(process.pid * 5 + apart, count);
}

/** Starts the production build as `npm start` does, on this file's database and services, until the file's end. */
export async function app(port: number, differing: Record<string, string> = {}) {
  const env: Record<string, string> = { LOG_LEVEL: "info" };
  for (const name of SETTINGS) env[name] = process.env[name] ?? "";
  let printed = "";
  const running = await startApp({
    env: { ...env, PORT: String(port), ...differing },
    dev: false,
    onOutput: (text) => {
      printed += text;
    },
  });
  stopAtEnd(running);
  // its first connection takes its time on a busy machine
  while (!(await fetch(`http://127.0.0.1:${port}/api/health`)).ok) await pause(200);
  return { ...running, printed: () => printed };
}
