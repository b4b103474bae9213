/** What begins and ends a transaction, with the settings that go along, frames a statement and is none. */
const FRAME =
  /^\s*(begin|commit|rollback|start transaction|set |deallocate|discard|savepoint|release)/i;
const STARTUP_HEAD = 4;
const HEAD = 5;
/** in bytes, with its code, of the question whether the server speaks TLS or GSSAPI */
const ASKS_ENCRYPTION = 8;

/**
 * Counts the statements in what a client sends to PostgreSQL (its manual, 54.7): a simple query, or the execution of one
 * that was prepared.
 */
export class Statements {
  count = 0;
  #rest = Buffer.alloc(0);
  #started = false;
  readonly #prepared = new Map<string, string>();
  readonly #portals = new Map<string, string>();

  take(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      // the first messages have no type
      const head = this.#started ? HEAD : STARTUP_HEAD;
      if (this.#rest.length < head) return;
      const length = this.#rest.readInt32BE(head - STARTUP_HEAD) + head - STARTUP_HEAD;
      if (this.#rest.length < length) return;
      const message = this.#rest.subarray(0, length);
      this.#rest = this.#rest.subarray(length);
      if (this.#started) this.#read(String.fromCharCode(message[0] ?? 0), message.subarray(HEAD));
      else this.#started = length !== ASKS_ENCRYPTION;
    }
  }

  #read(type: string, body: Buffer): void {
    const [first = "", second = ""] = body.toString("latin1").split("\0", 2);
    if (type === "Q") this.#run(first);
    // the name of the statement, its text
    else if (type === "P") this.#prepared.set(first, second);
    // the name of the portal, that of the statement
    else if (type === "B") this.#portals.set(first, this.#prepared.get(second) ?? "");
    else if (type === "E") this.#run(this.#portals.get(first) ?? "");
  }

  #run(text: string): void {
    if (!FRAME.test(text)) this.count += 1;
  }
}
