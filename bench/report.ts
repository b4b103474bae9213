import { writeFileSync } from "node:fs";
import path from "node:path";
import { localFolder } from "@/local/state";
import type { Summary } from "./statistics";

/** One measured number, and what it is held against where there is a bound. */
export type Line = {
  what: string;
  value: number;
  unit: string;
  bound?: { least: number } | { most: number };
};

export type Report = {
  at: string;
  machine: Record<string, string | number>;
  lines: Line[];
  samples: Record<string, Summary>;
};

/** Whether a line keeps its bound; null where it has none. */
export function holds({ value, bound }: Line): boolean | null {
  if (!bound) return null;
  return "least" in bound ? value >= bound.least : value <= bound.most;
}

/** The table for a person. */
export function table({ machine, lines, samples }: Report): string {
  const rows = lines.map((line) => {
    const { what, value, unit, bound } = line;
    const limit = bound && ("least" in bound ? `≥ ${bound.least}` : `≤ ${bound.most}`);
    const verdict = { true: "holds", false: "MISSED", null: "" }[`${holds(line)}`];
    return `  ${what.padEnd(52)}${value.toFixed(2).padStart(9)} ${unit.padEnd(4)}${(limit ?? "").padEnd(8)}${verdict}`;
  });
  const details = Object.entries(samples).map(
    ([name, { n, mean, sd, p50, p95 }]) =>
      `  ${name.padEnd(34)}${[n, mean, sd, p50, p95].map((value, at) => value.toFixed(at === 0 ? 0 : 1).padStart(9)).join("")}`,
  );
  const names = ["n", "mean", "sd", "p50", "p95"].map((name) => name.padStart(9)).join("");
  const about = Object.entries(machine).map(([name, value]) => `${name} ${value}`);
  return [
    ...["", `  ${about.join(" · ")}`, "", ...rows, ""],
    ...[`  ${"in milliseconds".padEnd(34)}${names}`, ...details, ""],
  ].join("\n");
}

/** Writes the report beside the clone's other local files. @returns where */
export function writeReport(report: Report): string {
  const file = path.join(localFolder(), "bench.json");
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  return file;
}
