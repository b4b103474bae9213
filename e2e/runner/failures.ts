import { stripVTControlCharacters } from "node:util";
import { withoutSecrets } from "@/lib/log/without-secrets";

/** What did not pass, and what it said. */
export type Failure = { test: string; message: string };

const MOST_TESTS = 20;
const MOST_LINES = 12;
const MOST_CHARACTERS = 200;

/** What did not pass, for the end of a long output: bounded, and without secrets. `.ci/run` knows it by its first line. */
export function listed(failures: Failure[]): string[] {
  if (failures.length === 0) return [];
  const left = failures.length - MOST_TESTS;
  return [
    "Not passed:",
    ...failures
      .slice(0, MOST_TESTS)
      .flatMap(({ test, message }) => [`  ${test}`, ...firstLines(message)]),
    ...(left > 0 ? [`  and ${left} more`] : []),
  ];
}

/** Of a stack, the product's own lines. */
function firstLines(message: string): string[] {
  return stripVTControlCharacters(message)
    .split("\n")
    .filter((line) => line.trim() && !/^\s+at .*(node_modules|node:|<anonymous>)/.test(line))
    .slice(0, MOST_LINES)
    .map((line) => `      ${withoutSecrets(line.trimEnd()).slice(0, MOST_CHARACTERS)}`);
}

/** What a tool said last, which is why it failed where its report does not tell. */
export function lastLines(output: string): string {
  const lines = output.split("\n").filter((line) => line.trim());
  return lines.slice(-MOST_LINES).join("\n");
}
