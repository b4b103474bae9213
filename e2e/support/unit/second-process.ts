import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Given to every program: it says that it has come so far, and waits for `go`. */
const GATE = `
  const gate = () => new Promise((go) => {
    process.stdin.once("data", go);
    process.stdout.write("at the gate\\n");
  });`;

/** Another process of the product, on this file's database and settings. */
export class SecondProcess {
  readonly #child: ChildProcess;
  #output = "";

  /** @param source a module of the repository's root, which calls `await gate()` once and prints JSON at its end */
  constructor(source: string) {
    const args = ["--import", "tsx", "--input-type=module", "-e", GATE + source];
    this.#child = spawn(process.execPath, args, { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
    this.#child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      this.#output += text;
    });
  }

  /** Waits until it stands at its gate. */
  async ready(): Promise<void> {
    while (!this.#output.includes("at the gate\n")) {
      if (this.#child.exitCode !== null) throw new Error("it ended before its gate");
      await Promise.race([once(this.#child.stdout ?? this.#child, "data"), this.#ended()]);
    }
  }

  /** Opens its gate. @returns what it printed, once it has ended */
  async go<T>(): Promise<T> {
    this.#child.stdin?.end("go\n");
    await this.#ended();
    return JSON.parse(this.#output.replace("at the gate\n", "")) as T;
  }

  /** Lets it stand still, or go on, as a machine that sleeps does. */
  signal(signal: "SIGSTOP" | "SIGCONT"): void {
    this.#child.kill(signal);
  }

  /** Kills it where it stands, as a machine that loses its power does. */
  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#ended();
  }

  async #ended(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null)
      await once(this.#child, "close");
  }
}
