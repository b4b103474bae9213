import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Something that a machine may lack, and the test files that stand on it. */
export type Tool = { name: string; programs: string[]; packages: string[]; files: string[] };

export const TOOLS: Tool[] = [
  {
    name: "nginx",
    programs: ["nginx", "openssl", "curl"],
    packages: ["nginx", "openssl", "curl"],
    files: ["nginx", "rolling"],
  },
  {
    name: "PgBouncer",
    programs: ["pgbouncer"],
    packages: ["pgbouncer"],
    files: ["pgbouncer"],
  },
];

/** Where a program lies; Debian keeps servers where a plain user's PATH does not look. */
export function program(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * Installs what is missing where it may: as root, with apt-get.
 * @throws with the command to run where it may not
 */
export function ensureTool({ name, programs, packages }: Tool): void {
  const complete = () => programs.every((one) => program(one));
  if (complete()) return;
  const install = ["install", "-y", "--no-install-recommends", ...packages];
  let words = "";
  if (process.getuid?.() === 0 && program("apt-get")) {
    const options = {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      encoding: "utf8",
    } as const;
    spawnSync("apt-get", ["update"], options);
    words = spawnSync("apt-get", install, options).stderr;
  }
  if (!complete())
    throw new Error(
      `${words}${name} is not on this machine, so its tests did not run: sudo apt-get ${install.join(" ")}`,
    );
}
