import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, it, onTestFinished } from "vitest";
import { wholeNumber } from "./asked";
import { ROOT } from "./program";

const FUZZ = "e2e/fuzz/run.ts";
const KILL = "e2e/crash/run.ts";

it.each<[string, string[], Record<string, string>, string]>([
  [FUZZ, ["--runs", "abc"], {}, '--runs must be a whole number from 1 on, not "abc"'],
  [FUZZ, ["--endpoint", "/nope"], {}, "--endpoint: there is none at /nope"],
  [FUZZ, ["--dor", "/login"], {}, "Unknown option '--dor'"],
  [KILL, ["--kills", "7"], {}, "Unknown option '--kills'"],
  ["bench/run.ts", ["--nope"], {}, "Unknown option '--nope'"],
  ["server.ts", ["--port", "4000"], {}, "Unknown option '--port'"],
  ["local/dev.ts", ["--port", "4000"], {}, "Unknown option '--port'"],
  ["commands/doctor/run.ts", ["--nope"], {}, "Unknown option '--nope'"],
  ["commands/db/migrate.ts", ["--dry-run"], {}, "Unknown option '--dry-run'"],
  ["commands/db/diff.ts", ["--nope"], {}, "Unknown option '--nope'"],
  ["commands/db/cleanup.ts", ["--nope"], {}, "Unknown option '--nope'"],
  ["commands/db/new.ts", ["--nope"], {}, "Unknown option '--nope'"],
  [KILL, [], { KILLS: "abc" }, 'KILLS must be a whole number from 1 on, not "abc"'],
  [KILL, [], { SEED: "1.5" }, 'SEED must be a whole number from 0 on, not "1.5"'],
])("%s %j with %j says what is wrong, and tries nothing", async (program, args, env, line) => {
  const child = spawn(process.execPath, ["--import", "tsx", program, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill());
  const said = text(child.stderr);
  // whatever it says here, it has begun
  child.stdout.once("data", () => child.kill());
  const [code] = await once(child, "exit");
  expect([code, await said]).toEqual([1, expect.stringMatching(/^(✗ )?.*\n$/)]);
  expect(await said).toContain(line);
});

it.each(["", "0", "-5", "1.5", "1e3", " 7", "9".repeat(17)])(
  "%j is nothing to count to",
  (asked) => {
    expect(() => wholeNumber("KILLS", asked, 1)).toThrow("KILLS must be a whole number from 1 on");
  },
);
