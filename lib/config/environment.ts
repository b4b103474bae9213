import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";

// Every command imports this file before any other, so that no value is looked at before `.env` is read.

/** Next's own word for it: neither Next nor a process that this one starts reads such a file again. */
const READ = "__NEXT_PROCESSED_ENV";
/** What node itself reads, once, as it starts. */
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
  // an empty variable counts as unset, in the environment as in the file
  for (const [name, value] of Object.entries(read.variables)) process.env[name] ||= value;
  process.env[READ] = "true";
  if (existsSync(".env.local"))
    console.error("! .env.local is not read: settings stand in .env or in the environment");
}

type FileRead =
  | { ok: true; variables: NodeJS.Dict<string> }
  | { ok: false; code: string | undefined };

/** The variables of a file, none where there is no file. */
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

/**
 * A "#" begins a comment behind a space alone, as for a shell, systemd and Docker; directly behind "=" it belongs to the value. Node's parser would cut a password there,
 * unless it stands in quotes.
 */
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
