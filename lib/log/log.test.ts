import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { newToken } from "../secrets";

const SECRET = newToken();

/** What another process writes while it runs that. */
async function logged(program: string): Promise<string> {
  const source = `import { faultOf, log } from "./lib/log/log"; const SECRET = "${SECRET}"; ${program}`;
  const args = ["--import", "tsx", "--input-type=module", "-e", source];
  const env = { ...process.env, LOG_LEVEL: "trace" };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env });
  return stdout + stderr;
}

describe("the log", () => {
  it("holds no token, address or password, under whatever name it comes", async () => {
    const names = [
      ...[
        "address",
        "email",
        "to",
        "token",
        "code",
        "recoveryCode",
        "secret",
        "credential",
        "password",
      ],
      "cookie",
    ];
    const lines = await logged(`
      for (const name of ${JSON.stringify([...names, "authorization"])}) {
        log.info({ [name]: SECRET }, "a");
        log.warn({ inner: { [name]: SECRET } }, "b");
      }
      const fault = Object.assign(new Error("of " + SECRET), { name: "DatabaseAway", code: "P1001", meta: SECRET });
      log.error(faultOf(fault), "c");
      log.error(faultOf(SECRET), "d");`);
    expect(lines.trim().split("\n")).toHaveLength(24);
    expect(lines).not.toContain(SECRET);
    expect(lines).toContain('"fault":"DatabaseAway"');
    expect(lines).toContain('"faultCode":"P1001"');
  });

  it("has the class of a fault that somebody prints, without its message or its stack", async () => {
    const lines = await logged(`
      const { guardConsole } = await import("./lib/log/log");
      guardConsole();
      console.error(" ⨯", Object.assign(new TypeError("of " + SECRET), { digest: "1" }));
      console.error("words of a start");`);
    expect(lines).toContain('"fault":"TypeError"');
    expect(lines).toContain("words of a start");
    expect(lines).not.toContain(SECRET);
    expect(lines).not.toMatch(/^ +at /m);
  });

  it("has a warning without the query that holds a token", async () => {
    const line = await logged(`
      const { guardConsole } = await import("./lib/log/log");
      guardConsole();
      console.warn("Request body exceeded 32kb for /login/link?token=" + SECRET + ". Only the first");`);
    expect(JSON.parse(line)).toMatchObject({ level: 40, msg: "printed: a warning" });
    expect(line).toContain("Request body exceeded 32kb for /login/link Only the first");
    expect(line).not.toContain(SECRET);
  });

  it("has nobody's address and no token in what somebody prints, in whatever words", async () => {
    const lines = await logged(`
      const { guardConsole } = await import("./lib/log/log");
      guardConsole();
      for (const say of [console.warn, console.error]) {
        say("begun at http://localhost:3000/login/link?token=" + SECRET + " and done");
        say("begun '/login/link?code=123456' and done");
        say("begun %s and done", "ana@example.com");
        say("begun", "/x/ana%40example.com", "and done");
        say("begun", SECRET, "and done");
        say("begun", { token: SECRET, to: "ana@example.com" }, "and done");
      }
      console.warn(new TypeError("no account for ana"));`);
    expect(lines.match(/begun/g)).toHaveLength(12);
    expect(lines.match(/and done/g)).toHaveLength(12);
    expect(lines).toContain('"fault":"TypeError"');
    for (const secret of [SECRET, "123456", "ana"]) expect(lines).not.toContain(secret);
  });

  it("calls it no fault when a client goes away in the middle of its request", async () => {
    const lines = await logged(`
      const { guardConsole } = await import("./lib/log/log");
      guardConsole();
      console.error(Object.assign(new Error("aborted"), { code: "ECONNRESET" }));
      console.error(Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }));`);
    const [client, database] = lines
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(client).toMatchObject({ level: 30, msg: "a request was broken off" });
    expect(database).toMatchObject({ level: 50, faultCode: "ECONNRESET" });
  });

  it("says of which request a line is, in a request", async () => {
    const [first, second] = (
      await logged(`
      const { withRequestId } = await import("./lib/log/request-id");
      log.info("outside");
      await withRequestId("0123456789ab", async () => log.info("inside"));`)
    )
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first).not.toHaveProperty("request");
    expect(second).toMatchObject({ request: "0123456789ab", msg: "inside" });
  });
});
