import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";

// Every command imports this file first, so that no value is used before `.env` is read.

/** Next's own mark: neither Next nor a child process reads the file again. */
const READ = "__NEXT_PROCESSED_ENV";
/** Node reads these once, as it starts. */
const TOO_LATE = ["NODE_EXTRA_CA_CERTS", "NODE_OPTIONS"];

if (!process.env[READ]) {
  const read = environmentFile(".env");
  if (!read.ok) {
    console.error(`✗ .env cannot be read (${read.code}): make it a file that this user may read`);
    process.exit(1);
  }
  const late = TOO_LATE.filter((name) => read.variables[name] && !process.env[name]).join(" and ");
  if (late)
    console.error(
      `! ${late} in .env comes too late: set it in the environment that node is started with`,
    );
  for (const [name, value] of Object.entries(read.variables)) process.env[name] ||= value;
  process.env[READ] = "true";
  if (existsSync(".env.local"))
    console.error("! .env.local is not read: settings stand in .env or in the environment");
}

type FileRead =
  | { ok: true; variables: NodeJS.Dict<string> }
  | { ok: false; code: string | undefined };

function environmentFile(file: string): FileRead {
  try {
    return { ok: true, variables: parseEnv(signsKept(decoded(readFileSync(file)))) };
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    return code === "ENOENT" ? { ok: true, variables: {} } : { ok: false, code };
  }
}

/** Editors of Windows write a byte order mark, PowerShell also UTF-16. */
function decoded(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  return new TextDecoder(encoding).decode(bytes).replaceAll("\r\n", "\n");
}

/** A "#" begins a comment behind a space alone, as for a shell and Docker; Node's parser would cut an unquoted password. */
function signsKept(text: string): string {
  return text.replaceAll(
    /^(\s*(?:export\s+)?[\w.-]+[^\S\n]*=(?:[^\S\n]+(?!#))?)([^\s"'`][^\n]*)$/gm,
    (line, name: string, rest: string) => {
      const value = rest.replace(/\s+#.*$/, "").trimEnd();
      const quote = ["'", '"', "`"].find((one) => !value.includes(one));
      return value.includes("#") && quote ? `${name}${quote}${value}${quote}` : line;
    },
  );
}
