import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder } from "./program";
import { block } from "./readme";

const here = folder("serverless");

/** What the build command of docs/deploy.md runs, in order; `npm` is a program that only writes down what it is told. */
function ran(VERCEL_ENV: string, migrationEnds = 0): string[] {
  const told = join(here, "told");
  const npm = join(here, "npm");
  writeFileSync(told, "");
  writeFileSync(
    npm,
    `#!/bin/sh\necho "$@" >> ${told}\n[ "$2" != db:migrate ] || exit ${migrationEnds}\n`,
  );
  chmodSync(npm, 0o755);
  const env = { ...process.env, PATH: `${here}:${process.env.PATH}`, VERCEL_ENV };
  try {
    execFileSync("/bin/sh", ["-c", block("sh", "VERCEL_ENV")], { env });
  } catch {
    // it ended with a failure, as the migration did
  }
  return readFileSync(told, "utf8").trim().split("\n");
}

describe("the build command of a serverless host", () => {
  it("migrates production, then builds", () => {
    expect(ran("production")).toEqual(["run db:migrate", "run build"]);
  });

  it.each(["preview", "development"])("never migrates from a %s", (environment) => {
    expect(ran(environment)).toEqual(["run build"]);
  });

  it("builds nothing when a migration failed: the old code stays", () => {
    expect(ran("production", 1)).toEqual(["run db:migrate"]);
  });
});
