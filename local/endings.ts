const PARENT_CHECK_MS = 250;

export type Endings = {
  /** Aborted as soon as this command should end. */
  signal: AbortSignal;
  /** Settles at that moment with what it was, and with the exit code. */
  asked: Promise<Ending>;
};

export type Ending = { code: number; why: string };

/**
 * Listens for everything that ends a command: Ctrl-C, TERM, a closed terminal, output without a reader
 * any more, the death of npm above us, a fault of our own. A second Ctrl-C while stopping is `impatient`.
 */
export function listenForEndings(impatient: () => void): Endings {
  const controller = new AbortController();
  let ask: (ending: Ending) => void = () => undefined;
  const asked = new Promise<Ending>((resolve) => {
    ask = resolve;
  });
  const end = (code: number, why: string) => {
    if (controller.signal.aborted) return;
    ask({ code, why });
    controller.abort();
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => (controller.signal.aborted ? impatient() : end(0, name)));
  }
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", () => end(1, "nobody reads"));
  for (const fault of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(fault, (error: unknown) => {
      console.error(error);
      end(1, "a fault");
    });
  }
  // npm killed with SIGKILL sends no signal; its child gets another parent.
  const parent = process.ppid;
  const orphaned = () => process.ppid !== parent && end(1, "the command above is gone");
  setInterval(orphaned, PARENT_CHECK_MS).unref();
  return { signal: controller.signal, asked };
}
