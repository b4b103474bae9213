import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const PACKAGES = ["nginx-light", "pgbouncer", "postgresql"];
const DEBIAN = "/usr/lib/postgresql";

/** Where Debian's programs lie. */
export const tools = {
  nginx: "/usr/sbin/nginx",
  pgbouncer: "/usr/sbin/pgbouncer",
  /** the newest PostgreSQL that is installed; empty when none is */
  get postgres(): string {
    const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
    const folders = versions.sort((a, b) => b - a).map((version) => join(DEBIAN, `${version}/bin`));
    return folders.find((folder) => existsSync(join(folder, "initdb"))) ?? "";
  },
};

/**
 * Installs what is missing where it may.
 * @throws with the command to run where it may not
 */
export function ensureTools(): void {
  if (complete()) return;
  const install = ["install", "-y", "--no-install-recommends", ...PACKAGES];
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update"], { env, stdio: "ignore" });
    spawnSync("apt-get", install, { env, stdio: "ignore" });
  }
  if (!complete()) throw new Error(`what is missing: sudo apt-get ${install.join(" ")}`);
}

function complete(): boolean {
  return existsSync(tools.nginx) && existsSync(tools.pgbouncer) && tools.postgres !== "";
}
