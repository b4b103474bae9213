import { format } from "node:util";
import pino from "pino";
import { settings } from "../config/settings";
import { singleton } from "../singleton";
import { requestId } from "./request-id";
import { traceId } from "./trace-id";
import { SECRET_FIELDS, withoutSecrets } from "./without-secrets";

/** JSON lines with the ids of request and trace, without addresses, tokens or passwords. */
export const log = singleton("log", () =>
  pino({
    level: levelOf(),
    base: null,
    mixin: () => ({ request: requestId(), trace_id: traceId() }),
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_FIELDS.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" },
  }),
);

/** A fault's class and code as log fields; its message can hold an address, a token or a nonce. */
export function faultOf(fault: unknown): { fault: string; faultCode?: string; sqlState?: string } {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const code = "code" in fault && typeof fault.code === "string" ? fault.code : undefined;
  const sqlState = sqlStateOf(fault);
  return { fault: fault.name, ...(code && { faultCode: code }), ...(sqlState && { sqlState }) };
}

/** PostgreSQL's code, inside Prisma's wrapper. */
function sqlStateOf(fault: Error): string | undefined {
  const { meta } = fault as {
    meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } };
  };
  const code = meta?.driverAdapterError?.cause?.originalCode;
  return typeof code === "string" ? code : undefined;
}

/**
 * Turns console output into log lines: a fault by its class, text without its secrets. Next prints pages' faults whole, and
 * warns of a body with the whole URL, which may hold a token.
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

/** A client that left in the middle of its request is no fault of ours. */
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
