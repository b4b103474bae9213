import "@/lib/config/environment";
import { databaseAddress, SettingsWrong } from "@/lib/config/settings";
import { type Advice, databaseAdvice } from "@/lib/database/advice";
import { db } from "@/lib/database/client";
import { connectTo } from "@/lib/database/connection";
import { faultOf } from "@/lib/log/log";
import { operate } from "./command";

// `npm run operator`: one act for support staff, on the database that the settings name.

/** in milliseconds */
const TIMEOUT_MS = 5000;

const { code, out, err } = await settled();
if (err) process.stderr.write(`${err}\n`);
if (out) process.stdout.write(`${out}\n`);
process.exitCode = code;

async function settled() {
  try {
    const ended = await operate(process.argv.slice(2));
    if (ended.code !== 2) await db().$disconnect();
    return ended;
  } catch (fault) {
    return { code: 1, out: "", err: await sentence(fault) };
  }
}

async function sentence(fault: unknown): Promise<string> {
  if (fault instanceof SettingsWrong) return fault.problems.map((one) => `✗ ${one}`).join("\n");
  await db().$disconnect();
  const refusal = await refusalOf(databaseAddress());
  if (refusal) return `✗ the database does not answer: ${refusal.says}: ${refusal.todo}`;
  const { fault: name, faultCode } = faultOf(fault);
  return `✗ ${[name, faultCode].filter(Boolean).join(" ")}: is every migration applied (npm run db:migrate)?`;
}

/** Why the database cannot be entered; null when it can. */
async function refusalOf(uri: string): Promise<Advice | null> {
  try {
    const client = await connectTo(uri, { connectionTimeoutMillis: TIMEOUT_MS });
    await client.end();
    return null;
  } catch (fault) {
    return databaseAdvice(fault, uri);
  }
}
