import { readdirSync, readFileSync } from "node:fs";

/** Linux's USER_HZ, the same on every platform that Node runs on (proc_pid_stat(5)). */
const TICKS_PER_SECOND = 100;
const KIB_PER_MB = 1024;

type Process = { pid: number; parent: number; ticks: number };

/** Memory of a process and all below it in MiB, as `ps` sums it: what is resident, and the most that ever was. */
export type Memory = { now: number; most: number };

/** @returns NaN where there is no /proc */
export function memoryOf(pid: number): Memory {
  const sum = (name: string) =>
    tree(pid).reduce((total, { pid: one }) => total + kibOf(one, name), 0) / KIB_PER_MB;
  return { now: sum("VmRSS"), most: sum("VmHWM") };
}

/** Seconds of CPU that a process and all below it have used, those that ended included; NaN where there is no /proc. */
export function cpuOf(pid: number): number {
  return tree(pid).reduce((total, { ticks }) => total + ticks, 0) / TICKS_PER_SECOND;
}

function tree(root: number): Process[] {
  if (process.platform !== "linux") return [{ pid: root, parent: 0, ticks: Number.NaN }];
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processAt(Number(name)) ?? []);
  const known = new Set([root]);
  // a child may have a lower number than its parent: until nothing is added
  for (let before = 0; before < known.size; ) {
    before = known.size;
    for (const { pid, parent } of all) if (known.has(parent)) known.add(pid);
  }
  return all.filter(({ pid }) => known.has(pid));
}

function processAt(pid: number): Process | null {
  const stat = read(`/proc/${pid}/stat`);
  // its name, in brackets, may hold anything
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields.length < 15) return null;
  const [user, system, children, systemOfChildren] = fields.slice(11, 15).map(Number);
  const ticks = (user ?? 0) + (system ?? 0) + (children ?? 0) + (systemOfChildren ?? 0);
  return { pid, parent: Number(fields[1]), ticks };
}

function kibOf(pid: number, name: string): number {
  if (process.platform !== "linux") return Number.NaN;
  const line = new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(read(`/proc/${pid}/status`));
  return Number(line?.[1] ?? 0);
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
