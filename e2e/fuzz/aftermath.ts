import { DEMO } from "@/local/demo/accounts";
import type { Database } from "@/testing/database";
import type { Target } from "./target";

/** What the campaign has left behind that it should not have. */
export async function aftermath(target: Target): Promise<string[]> {
  const { port, origin, database } = target;
  const at = `http://127.0.0.1:${port}`;
  const wrong: string[] = [];
  const health = await fetch(`${at}/api/health`);
  if (health.status !== 200 || ((await health.json()) as { status: string }).status !== "ok")
    wrong.push("/api/health is not ok");
  const entered = await fetch(`${at}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { accept: "application/json", origin, "x-forwarded-for": "10.0.0.1" },
    body: new URLSearchParams(DEMO),
  });
  if (entered.status !== 200)
    wrong.push(`the demo person is answered ${entered.status} at the endpoint`);
  wrong.push(...linesToWorryAbout(target.printed()), ...(await rowsToWorryAbout(database)));
  await target.emptyInbox();
  // a limit of a range that was made up by chance may be full by the next time
  for (const table of ["RangeHit", "TryThrottle", "SendThrottle"])
    await database.sql(`delete from "${table}"`);
  return wrong;
}

/** Lines of the log that are errors, hold a secret, or are no JSON. */
function linesToWorryAbout(printed: string): string[] {
  const lines = printed.split("\n").filter((line) => line.trim() !== "");
  const worrying = lines.filter(
    (line) =>
      /zq(?:e|secret|password)/i.test(line) || line.includes(DEMO.password) || !isCalm(line),
  );
  return [
    ...new Set(
      worrying.map(
        (line) => `log: ${line.replace(/"(?:time|request)":"[^"]*",?/g, "").slice(0, 400)}`,
      ),
    ),
  ];
}

const ERROR_LEVEL = 50;
function isCalm(line: string): boolean {
  try {
    return JSON.parse(line).level < ERROR_LEVEL;
  } catch {
    return false;
  }
}

/** Rows that are half-made, or hold what no field lets in. */
async function rowsToWorryAbout(database: Database): Promise<string[]> {
  const unreadable = `~ '[\\u0001-\\u001f\\u007f\\ufffd\\u2028\\u2029\\u202e]'`;
  const rules: Record<string, string> = {
    "an unreadable account": `select 1 from "User" where email ${unreadable} or name ${unreadable} or email <> lower(email) or email !~ '^[^@ ]+@[^@ ]+$'`,
    "an unreadable token": `select 1 from "OneTimeToken" where address ${unreadable} or name ${unreadable} or "callbackUrl" ${unreadable}`,
    "half a password": `select 1 from "User" where ("passwordHash" is null) <> ("passwordScheme" is null)`,
    "half a prepared password": `select 1 from "OneTimeToken" where ("passwordHash" is null) <> ("passwordScheme" is null)`,
    "half a code": `select 1 from "OneTimeToken" where ("codeHash" is null) <> ("codeExpires" is null) or "codeTries" > 5`,
    "an unreadable line of activity": `select 1 from "Activity" where address ${unreadable} or device ${unreadable}`,
    "an unreadable session": `select 1 from "Session" where device ${unreadable} or device ~ '[<>]'`,
    "a callback to elsewhere": `select 1 from "OneTimeToken" where "callbackUrl" !~ '^/([^/\\\\]|$)'`,
  };
  const found: string[] = [];
  for (const [what, rule] of Object.entries(rules))
    if ((await database.sql(`${rule} limit 1`)).length > 0) found.push(what);
  return found;
}
