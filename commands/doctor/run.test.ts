import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const entry = fileURLToPath(new URL("run.ts", import.meta.url));

/** Runs the command as `npm run doctor` does. */
function doctor(words: string[], env: Record<string, string> = {}) {
  return spawnSync(process.execPath, ["--import", "tsx", entry, ...words], {
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
}

describe("npm run doctor", () => {
  it("prints one JSON object", () => {
    const { stdout, stderr, status } = doctor(["--json"]);
    const { status: said, findings } = JSON.parse(stdout);
    expect({ stderr, said }).toEqual({ stderr: "", said: "warnings" }); // the tests' secret is written
    expect(status).toBe(2);
    expect(findings.map(({ check }: { check: string }) => check)).toContain("migrations");
  });

  it("ends with 1 when a setting is missing", () => {
    const { stdout, status } = doctor([], { EMAIL_SERVER: "" });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^✗ settings {2}EMAIL_SERVER is not set\n/);
  });

  it("refuses what it does not know", () => {
    const { stderr, status } = doctor(["--jsno"]);
    expect(status).toBe(1);
    expect(stderr).toBe("✗ Unknown option '--jsno': the doctor knows --json\n");
  });
});
