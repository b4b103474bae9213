import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { newToken } from "@/lib/secrets";

const SECRET = newToken();

/** What a host that never sees server.ts prints of a fault, once Next has told `register` that it starts. */
async function printed(environment: Record<string, string>): Promise<string> {
  const source = `import { register } from "./instrumentation";
    await register();
    await register();
    console.error(" ⨯", new TypeError("of ${SECRET}"));`;
  const args = ["--import", "tsx", "--input-type=module", "-e", source];
  const env = {
    ...process.env,
    NEXT_RUNTIME: "nodejs",
    LOG_LEVEL: "info",
    ...environment,
  } as NodeJS.ProcessEnv;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env });
  return stdout + stderr;
}

it("a host without server.ts prints a fault's class, and one line of it", async () => {
  const lines = await printed({ NODE_ENV: "production" });
  expect(JSON.parse(lines)).toMatchObject({ fault: "TypeError", msg: "printed: a fault" });
  expect(lines).not.toContain(SECRET);
});

it("whoever develops sees the fault itself", async () => {
  expect(await printed({ NODE_ENV: "development" })).toContain(SECRET);
});
