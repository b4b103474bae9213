import type { Finding, Gravity } from "./finding";

const MARKS: Record<Gravity, string> = { ok: "✓", note: "·", warning: "!", broken: "✗" };
const STATES = { 0: "ok", 1: "broken", 2: "warnings" } as const;

/** 0 when all is well, 1 when something is broken, 2 when it works with warnings. */
export function exitCode(findings: Finding[]): keyof typeof STATES {
  if (findings.some(({ gravity }) => gravity === "broken")) return 1;
  return findings.some(({ gravity }) => gravity === "warning") ? 2 : 0;
}

/** For a program: one object. */
export function asJson(findings: Finding[]): string {
  return JSON.stringify({ status: STATES[exitCode(findings)], findings }, null, 2);
}

/** For a person: a line each, what to do below it, and the sum. */
export function asText(findings: Finding[]): string {
  const widest = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.flatMap(({ check, gravity, says, todo }) => [
    `${MARKS[gravity]} ${check.padEnd(widest)}  ${says}`,
    ...(todo ? [`  ${" ".repeat(widest)}  → ${todo}`] : []),
  ]);
  return [...lines, "", sum(findings)].join("\n");
}

function sum(findings: Finding[]): string {
  const count = (gravity: Gravity) => findings.filter((one) => one.gravity === gravity).length;
  const warnings = `${count("warning")} ${count("warning") === 1 ? "warning" : "warnings"}`;
  switch (exitCode(findings)) {
    case 0:
      return "all is well";
    case 1:
      return `${count("broken")} broken, ${warnings}`;
    case 2:
      return `it works, with ${warnings}`;
  }
}
