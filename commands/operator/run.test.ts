import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { emptyDatabase } from "@/e2e/support/unit";
import { newPerson } from "@/e2e/support/unit/people";

const entry = fileURLToPath(new URL("run.ts", import.meta.url));

/** Runs the command as `npm run operator` does. */
async function operator(words: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", entry, ...words], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, out, err };
}

describe("npm run operator", () => {
  it("prints an export and nothing else to where it is sent", async () => {
    const { address } = await newPerson();
    const { code, out, err } = await operator(["export", address]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ account: { email: address } });
    expect(err).toBe(`✓ ${address}: exported 1 entry\n`);
  });

  it.each([
    ["a missing setting", { DATABASE_URL: "" }, /^✗ DATABASE_URL is not set\n$/],
    [
      "a database that is away",
      { DATABASE_URL: "postgresql://postgres@127.0.0.1:1/nowhere" },
      /^✗ the database does not answer: .*\n$/,
    ],
  ])("says %s in one line", async (_, env, line) => {
    const { code, out, err } = await operator(["end-sessions", "a@b.co"], env);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(line);
  });

  it("says that a database has no tables yet", async () => {
    const { code, err } = await operator(["history", "a@b.co"], {
      DATABASE_URL: await emptyDatabase(),
    });
    expect(code).toBe(1);
    expect(err).toMatch(/^✗ .*npm run db:migrate.*\n$/);
  });

  it("shows how it is used, also where no setting is set yet", async () => {
    const { code, err } = await operator([], { DATABASE_URL: "", NEXTAUTH_SECRET: "" });
    expect(code).toBe(2);
    expect(err).toMatch(/^Usage: npm run operator/);
  });
});
