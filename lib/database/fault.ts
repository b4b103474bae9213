/** Broken connections, by PostgreSQL's codes (its manual, appendix A; a class by its prefix) and the socket's. */
const GONE = [
  ...["08", "28", "57P", "58"], // lost, not let in, shutting down or starting, a system's error
  ...["25006", "25P03", "25P04"], // takes no writes (a server that has been replaced), sat too long in a transaction
  ...["26000", "42P05", "3D000", "53300"], // prepared on another server, or here by another client; no such database, full
  ...["ECONNRESET", "ECONNREFUSED", "ECONNABORTED", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH"],
  ...["ENETUNREACH", "EHOSTDOWN", "ENETDOWN", "ENOTFOUND", "EAI_AGAIN"],
];
/** Timeouts and conflicts of one statement: its connection is still good. */
const BUSY = ["40001", "40P01", "55P03", "57014", "53"];
/** The same by Prisma's codes: a transaction's timeout, a write conflict. */
const BUSY_AT_PRISMA = ["P2028", "P2034"];
/** Nothing was done; a second attempt, on another connection, may succeed. */
const UNDONE = ["40001", "40P01", "25006", "26000", "42P05", "P2034"];

/** pg's errors without a code, with the standard's code. */
const SENTENCES: Record<string, string> = {
  "Query read timeout": "57014",
  "timeout exceeded when trying to connect": "08001",
  "Connection terminated": "08006",
  "Connection terminated unexpectedly": "08006",
  "Client was closed and is not queryable": "08006",
  "Client has encountered a connection error and is not queryable": "08006",
};
const NO_CONNECTION = "08001";

/** In front of the code, which is all that passes through Prisma and next-auth. */
const MARK = "database:";

/** The database is away or too busy; the statement is not at fault. */
export class DatabaseAway extends Error {
  override name = "DatabaseAway";
  readonly code: string;
  constructor(code: string) {
    super(`the database is away (${code})`);
    this.code = MARK + code;
  }
}

/** A statement's fault, as `DatabaseAway` where it is one. */
export function faultOfStatement(fault: unknown): unknown {
  const code = codeOf(fault);
  return isIn([...GONE, ...BUSY], code) ? new DatabaseAway(code) : fault;
}

/** Any fault of connecting means away. */
export function faultOfConnecting(fault: unknown): DatabaseAway {
  const code = codeOf(fault);
  return new DatabaseAway(isIn(GONE, code) ? code : NO_CONNECTION);
}

/** Whether its connection, and those beside it, are broken. */
export function endsConnections(fault: unknown): boolean {
  return isIn(GONE, codeOf(fault));
}

/** Whether nothing was done, so that it may be repeated. @param fault from the client */
export function isUndone(fault: unknown): boolean {
  return UNDONE.some((code) => [code, MARK + code].includes(codeOf(fault)));
}

/** Whether the database is away or too busy; anything else is a bug. @param fault from the client */
export function isAway(fault: unknown): boolean {
  const code = codeOf(fault);
  return code.startsWith(MARK) || BUSY_AT_PRISMA.includes(code);
}

function isIn(codes: string[], code: string): boolean {
  return codes.some((one) => (one.length > 3 ? code === one : code.startsWith(one)));
}

function codeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return "";
  if ("code" in fault && typeof fault.code === "string") return fault.code;
  return SENTENCES[fault.message] ?? "";
}
