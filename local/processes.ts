import { execFileSync } from "node:child_process";
import fs from "node:fs";

/** The command line of a process of this machine, or "" when there is no such process. */
export function commandOf(pid: number): string {
  try {
    if (process.platform === "linux") {
      return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    }
    return execFileSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
