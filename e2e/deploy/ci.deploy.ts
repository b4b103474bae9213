import { spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../runner/program";
import { folder } from "./program";

const here = folder("ci");

/** `.ci/run` with an `npm` that only does what it is told. @returns its lines, and its exit code */
function run(test: string, deploy: string, install = "exit 0") {
  const npm = join(here, "npm");
  const cases = `case "$*" in ci*) ${install};; "run test:deploy"*) ${deploy};; test*) ${test};; esac`;
  writeFileSync(npm, `#!/bin/bash\n${cases}\n`);
  chmodSync(npm, 0o755);
  const { stdout, status } = spawnSync("bash", [join(ROOT, ".ci/run")], {
    env: { ...process.env, PATH: `${here}:${process.env.PATH}`, CI_PATIENCE: "1s" },
    encoding: "utf8",
  });
  return { status, lines: stdout.trimEnd().split("\n") };
}

const WELL = "echo working; echo 3 passed, 0 failed";

describe("the last line of .ci/run", () => {
  it.each([
    ["both are well", WELL, WELL, "6 passed, 0 failed", 0],
    ["the first fails", "echo 2 passed, 1 failed; exit 1", WELL, "5 passed, 1 failed", 1],
    ["the second fails", WELL, "echo 0 passed, 4 failed; exit 1", "3 passed, 4 failed", 1],
    ["one is killed", "echo 3 passed; kill -9 $$", WELL, "3 passed, 1 failed", 1],
    ["one is killed after its line", `${WELL}; kill -9 $$`, WELL, "6 passed, 1 failed", 1],
    ["one says nothing", "exit 0", WELL, "3 passed, 1 failed", 1],
    ["one never ends", WELL, "echo begun; exec sleep 60", "3 passed, 1 failed", 1],
  ])("%s", (_, test, deploy, last, code) => {
    const { lines, status } = run(test, deploy);
    expect([lines.at(-1), status]).toEqual([last, code]);
  });

  it("comes after everything that was said", () => {
    expect(run(WELL, WELL).lines).toEqual([
      ...["working", "3 passed, 0 failed", "working", "3 passed, 0 failed"],
      "6 passed, 0 failed",
    ]);
  });

  it("comes right after what did not pass in either, once more", () => {
    const badly = (name: string) =>
      `echo Not passed:; echo "  ${name}"; echo "      why"; echo The slowest ten:; echo "   1 s  x"; echo 2 passed, 1 failed; exit 1`;
    expect(run(badly("a"), badly("b")).lines.slice(-6)).toEqual([
      ...["Not passed:", "  a", "      why", "  b", "      why"],
      "4 passed, 2 failed",
    ]);
    expect(run("echo begun; kill -9 $$", WELL).lines.slice(-4)).toEqual([
      ...["Not passed:", "  npm test ended with 137; it said last:", "      begun"],
      "3 passed, 1 failed",
    ]);
  });

  it("is not there when nothing could be installed", () => {
    expect(run(WELL, WELL, "exit 3")).toEqual({ status: 3, lines: [""] });
  });
});
