/**
 * Connections that are of no use any more, and servers that are none, by PostgreSQL's codes (its manual, appendix A) and
 * the socket's. A whole class by its first two signs.
 */
const GONE = [
  ...["08", "28", "57P", "58"], // lost, not let in, shutting down or starting, a system's error
  ...["25006", "25P03", "25P04"], // takes no writes (a server that has been replaced), sat too long in a transaction
  ...["26000", "3D000", "53300"], // a statement that another server prepared, no such database, full
  ...["ECONNRESET", "ECONNREFUSED", "ECONNABORTED", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH"],
  ...["ENETUNREACH", "EHOSTDOWN", "ENETDOWN", "ENOTFOUND", "EAI_AGAIN"],
];
/** What was too long for one statement, or in another's way: the connection is as good as before. */
const BUSY = ["40001", "40P01", "55P03", "57014", "53"];
/** The same in Prisma's words: a transaction that did not begin or end in time, and a write conflict. */
const BUSY_AT_PRISMA = ["P2028", "P2034"];
/** Nothing has happened, and on another connection, or a moment later, it may. */
const UNDONE = ["40001", "40P01", "25006", "26000", "P2034"];

/** What pg says without a code, and the code that it has in the standard. */
const SENTENCES: Record<string, string> = {
  "Query read timeout": "57014",
  "timeout exceeded when trying to connect": "08001",
  "Connection terminated": "08006",
  "Connection terminated unexpectedly": "08006",
  "Client was closed and is not queryable": "08006",
  "Client has encountered a connection error and is not queryable": "08006",
};
/** Whatever else keeps a connection from being made. */
const NO_CONNECTION = "08001";

/** Before the code of what is away. It is all that Prisma hands on of a fault, and next-auth leaves as it was. */
const MARK = "database:";

/** The database is away, or too busy for this statement: nothing that the statement is to blame for. */
export class DatabaseAway extends Error {
  override name = "DatabaseAway";
  readonly code: string;
  /** @param code one of those above */
  constructor(code: string) {
    super(`the database is away (${code})`);
    this.code = MARK + code;
  }
}

/** What a statement failed of, said as `DatabaseAway` where it is that. */
export function faultOfStatement(fault: unknown): unknown {
  const code = codeOf(fault);
  return isIn([...GONE, ...BUSY], code) ? new DatabaseAway(code) : fault;
}

/** What making a connection failed of: whatever it is, there is none. */
export function faultOfConnecting(fault: unknown): DatabaseAway {
  const code = codeOf(fault);
  return new DatabaseAway(isIn(GONE, code) ? code : NO_CONNECTION);
}

/** Whether the connection on which that came, and those beside it, are of no use any more. */
export function endsConnections(fault: unknown): boolean {
  return isIn(GONE, codeOf(fault));
}

/** Whether nothing of it has happened, so that it may be done once more. @param fault as it comes from the client */
export function isUndone(fault: unknown): boolean {
  return UNDONE.some((code) => [code, MARK + code].includes(codeOf(fault)));
}

/**
 * Whether a fault, as it comes from the client, says that the database is away or too busy. Everything else is a fault
 * of ours, and no outage.
 */
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
