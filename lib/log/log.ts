import { format } from "node:util";
import pino from "pino";
import { settings } from "../config/settings";
import { singleton } from "../singleton";
import { requestId } from "./request-id";
import { traceId } from "./trace-id";
import { withoutSecrets } from "./without-secrets";

/** What never reaches a log line, under whatever name it comes. */
const REDACTED = ["address", "email", "to", "token", "code", "password", "cookie", "authorization"];

/**
 * The log of this process: JSON lines that say of which request and of which trace, without addresses, tokens or
 * passwords.
 */
export const log = singleton("log", () =>
  pino({
    level: levelOf(),
    base: null,
    mixin: () => ({ request: requestId(), trace_id: traceId() }),
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: REDACTED.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" },
  }),
);

/**
 * What may be said of a fault: its class and code. A message can carry an address, a token or a nonce.
 * @returns fields for a log line
 */
export function faultOf(fault: unknown): { fault: string; faultCode?: string; sqlState?: string } {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const code = "code" in fault && typeof fault.code === "string" ? fault.code : undefined;
  const sqlState = sqlStateOf(fault);
  return { fault: fault.name, ...(code && { faultCode: code }), ...(sqlState && { sqlState }) };
}

/** PostgreSQL's own code, which Prisma keeps deep inside. */
function sqlStateOf(fault: Error): string | undefined {
  const { meta } = fault as {
    meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } };
  };
  const code = meta?.driverAdapterError?.cause?.originalCode;
  return typeof code === "string" ? code : undefined;
}

/**
 * From now on a fault that somebody prints is a line of the log: its class, not its message. Next prints the faults of
 * pages whole, and warns of a body by the whole address it came to, which may hold a token: of words the secrets are
 * left out.
 */
export function guardConsole(): void {
  const print = console.error.bind(console);
  console.error = (...said: unknown[]) => {
    const fault = said.find((one) => one instanceof Error);
    if (fault && isBrokenOff(fault)) log.info("a request was broken off");
    else if (fault) log.error(faultOf(fault), "printed: a fault");
    else print("%s", withoutSecrets(format(...said)));
  };
  console.warn = (...said: unknown[]) => {
    const fault = said.find((one) => one instanceof Error);
    if (fault) log.warn(faultOf(fault), "printed: a fault");
    else log.warn({ said: withoutSecrets(format(...said)) }, "printed: a warning");
  };
}

/** What Node calls it when a client goes away in the middle of its request: nothing of ours is at fault. */
function isBrokenOff(fault: Error): boolean {
  return fault.message === "aborted" && "code" in fault && fault.code === "ECONNRESET";
}

function levelOf(): string {
  try {
    return settings().logLevel;
  } catch {
    return "info"; // the build loads this module without any setting
  }
}
