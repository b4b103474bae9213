import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { localFolder } from "@/local/state";
import type { Summary } from "./statistics";

/** One measured number, and what it is held against where there is a goal. */
export type Line = {
  what: string;
  value: number;
  unit: string;
  goal?: { least: number } | { most: number };
};

export type Section = { title: string; lines: Line[]; samples: Record<string, Summary> };

export type Report = {
  at: string;
  machine: Record<string, string | number>;
  asked: { peers: boolean; growth: boolean; quick: boolean };
  /** in seconds */
  took: number;
  sections: Section[];
  /** what could not be measured, and why */
  failed: string[];
};

/** Whether a line reaches its goal; null where it has none. */
export function reached({ value, goal }: Line): boolean | null {
  if (!goal) return null;
  return "least" in goal ? value >= goal.least : value <= goal.most;
}

const WHAT = 62;
const NUMBER = 10;

/** The table for a person. */
export function table({ machine, sections, failed, took }: Report): string {
  const about = Object.entries(machine).map(([name, value]) => `${name} ${value}`);
  const goals = goalsOf(sections);
  const missed = goals.filter((line) => !reached(line)).length;
  return [
    ...["", `  ${about.join(" · ")}`],
    ...sections.flatMap(sectionTable),
    ...["", "  Goals", ...goals.map(rowOf), ""],
    `  ${goals.length - missed} of ${goals.length} reached, in ${Math.round(took)} s`,
    ...failed.map((line) => `  FAILED  ${line}`),
    "",
  ].join("\n");
}

/** Every line that is held against something. */
function goalsOf(sections: Section[]): Line[] {
  return sections.flatMap(({ lines }) => lines.filter(({ goal }) => goal));
}

function sectionTable({ title, lines, samples }: Section): string[] {
  const names = ["n", "mean", "sd", "p50", "p95"].map((name) => name.padStart(NUMBER)).join("");
  const details = Object.entries(samples).map(([name, summary]) => {
    const { n, mean, sd, p50, p95 } = summary;
    const numbers = [String(n), ...[mean, sd, p50, p95].map((value) => value.toFixed(2))];
    return `  ${name.padEnd(WHAT - 32)}${numbers.map((text) => text.padStart(NUMBER)).join("")}`;
  });
  const head = details.length > 0 ? [`  ${"in milliseconds".padEnd(WHAT - 32)}${names}`] : [];
  return ["", `  ${title}`, ...lines.map(rowOf), ...head, ...details];
}

function rowOf(line: Line): string {
  const { what, value, unit, goal } = line;
  const limit = goal ? ("least" in goal ? `≥ ${goal.least}` : `≤ ${goal.most}`) : "";
  const verdict = { true: "reached", false: "MISSED", null: "" }[`${reached(line)}`];
  const number = Number.isNaN(value) ? "–" : value.toFixed(value >= 1000 ? 0 : 2);
  return `  ${what.padEnd(WHAT)}${number.padStart(NUMBER)} ${unit.padEnd(7)}${limit.padEnd(9)}${verdict}`.trimEnd();
}

/**
 * Writes the report: of a whole run where the repository keeps it, else beside the clone's other local files.
 * @returns where
 */
export function writeReport(report: Report, whole: boolean): string {
  const kept = fileURLToPath(new URL("report.json", import.meta.url));
  const file = whole ? kept : path.join(localFolder(), "bench.json");
  mkdirSync(path.dirname(file), { recursive: true });
  const goals = goalsOf(report.sections).map((line) => ({ ...line, reached: reached(line) }));
  writeFileSync(file, `${JSON.stringify({ ...report, goals }, rounded, 2)}\n`);
  return file;
}

/** Four digits are more than is known. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isInteger(value)
    ? Number(value.toPrecision(4))
    : value;
}
