import { spawnSync } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "@/local/root";

/**
 * Copies these sources into a folder and builds them there.
 * @param differing files that are other ones there
 * @param env what the build is told
 */
export function buildCopy(
  copy: string,
  {
    differing = {},
    env = {},
  }: { differing?: Record<string, string>; env?: Record<string, string> },
): void {
  copySources(copy);
  for (const [file, text] of Object.entries(differing)) writeFileSync(join(copy, file), text);
  // links of files, not of the folder: a bundler follows none that leads out of its root
  run("cp", ["-al", join(ROOT, "node_modules"), copy], ROOT);
  run("npm", ["run", "build"], copy, env);
}

/** Copies what is committed or about to be. */
export function copySources(copy: string): void {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const files = run("git", list, ROOT).split("\0");
  for (const file of files.filter(Boolean)) cpSync(join(ROOT, file), join(copy, file));
}

/** @returns what it says @throws with that when it fails */
function run(program: string, args: string[], cwd: string, more: Record<string, string> = {}) {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, NEXT_TELEMETRY_DISABLED: "1", ...more } as unknown as NodeJS.ProcessEnv;
  const ran = spawnSync(program, args, { cwd, env, encoding: "utf8", maxBuffer: 1e8 });
  if (ran.status !== 0) throw new Error(`${program} ${args}\n${ran.stdout}${ran.stderr}`);
  return ran.stdout;
}
