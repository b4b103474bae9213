import { execFileSync } from "node:child_process";
import os from "node:os";
import { ROOT } from "@/local/root";

/** What the figures were measured on. @param postgres its version */
export function machine(postgres: string): Record<string, string | number> {
  const [load = 0] = os.loadavg();
  return {
    cpu: os.cpus()[0]?.model ?? "",
    cores: os.availableParallelism(),
    memory: `${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    system: `${os.type()} ${os.release()}`,
    node: process.version,
    postgres,
    "load before": load.toFixed(1),
    commit: commit(),
  };
}

function commit(): string {
  try {
    const git = (...args: string[]) =>
      execFileSync("git", args, {
        cwd: ROOT,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
    const head = git("rev-parse", "--short", "HEAD").trim();
    return git("status", "--porcelain", "--untracked-files=no") ? `${head} and changes` : head;
  } catch {
    return "unknown";
  }
}
