import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import type { Settings } from "@/lib/config/settings";
import { type Finding, findingsOf } from "./finding";

/** What `docs/deploy.md` starts the app with, for its memory. */
const SMALL = ["MALLOC_ARENA_MAX=2", "--max-semi-space-size=4", "--max-old-space-size=512"];

/** Whether what is built here can run, and how what runs here was started. */
export function processFindings(settings: Settings): Finding[] {
  return [build(settings), ...serversIn(process.cwd()).map(processFinding)];
}

/** The doctor itself is what was built, unless its sources changed since (commands/run.mjs). */
function build({ https }: Settings): Finding {
  const { ok, note, warning } = findingsOf("build");
  if (!import.meta.url.endsWith(".ts")) return ok("built of these sources");
  const says = existsSync(".next")
    ? "what is built here was built of other sources: npm start refuses it"
    : "nothing is built here";
  return (https ? warning : note)(says, "npm run build");
}

export type Server = Readonly<{
  pid: number;
  /** in bytes: its resident memory */
  memory: number;
  /** its words and its variables */
  told: readonly string[];
  byNpm: boolean;
}>;

export function processFinding({ pid, memory, told, byNpm }: Server): Finding {
  const { ok, note } = findingsOf("process");
  const says = `process ${pid} has ${Math.round(memory / 2 ** 20)} MB`;
  const missing = SMALL.filter((one) => !told.includes(one));
  if (missing.length > 0)
    return note(`${says}, and was started without ${missing.join(" ")}`, "see docs/deploy.md");
  if (byNpm) return note(`${says}, and npm around it`, "start node itself: see docs/deploy.md");
  return ok(`${says}, and was started as docs/deploy.md says`);
}

/** The servers of a folder, as Linux lists processes; none on another system, and none that this user may not look at. */
export function serversIn(folder: string): Server[] {
  const pids = existsSync("/proc/self/cmdline") ? readdirSync("/proc").map(Number) : [];
  return pids.filter(Boolean).flatMap((pid) => {
    try {
      const words = listOf(pid, "cmdline");
      if (!words.includes("commands/run.mjs") || !words.includes("server.ts")) return [];
      if (readlinkSync(`/proc/${pid}/cwd`) !== folder) return [];
      const status = readFileSync(`/proc/${pid}/status`, "utf8");
      const numberOf = (name: string) =>
        Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1]);
      return {
        pid,
        memory: numberOf("VmRSS") * 1024,
        told: [...words, ...listOf(pid, "environ")],
        byNpm: isNpm(numberOf("PPid")),
      };
    } catch {
      return [];
    }
  });
}

/** In a container the first process has a parent that is not seen there. */
function isNpm(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && /^npm /.test(listOf(pid, "cmdline")[0] ?? "");
}

function listOf(pid: number, file: "cmdline" | "environ"): string[] {
  return readFileSync(`/proc/${pid}/${file}`, "utf8").split("\0");
}
