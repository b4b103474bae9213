import "../environment";
import { db } from "../database/client";
import { databaseReachable } from "../database/reachable";
import { faultOf } from "../log";
import { SettingsWrong } from "../settings";
import { operate } from "./command";

// `npm run operator`: one act for support staff, on the database that the settings name.

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
  const away = !(await databaseReachable());
  await db().$disconnect();
  if (away) return "✗ the database does not answer: is DATABASE_URL right?";
  const { fault: name, faultCode } = faultOf(fault);
  return `✗ ${[name, faultCode].filter(Boolean).join(" ")}: is every migration applied (npm run db:migrate)?`;
}
