const PARENT_CHECK_MS = 250;

export type Endings = {
  /** Aborted as soon as this command should end. */
  signal: AbortSignal;
  /** Settles with the exit code at that moment. */
  asked: Promise<number>;
};

/**
 * Listens for everything that ends a command: Ctrl-C, TERM, a closed terminal, output that nobody reads
 * any more, the death of npm above us, a fault of our own. A second Ctrl-C while stopping is `impatient`.
 */
export function listenForEndings(impatient: () => void): Endings {
  const controller = new AbortController();
  let ask: (code: number) => void = () => undefined;
  const asked = new Promise<number>((resolve) => {
    ask = resolve;
  });
  const end = (code: number) => {
    if (controller.signal.aborted) return;
    ask(code);
    controller.abort();
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => (controller.signal.aborted ? impatient() : end(0)));
  }
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => end(1));
  for (const fault of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(fault, (error: unknown) => {
      console.error(error);
      end(1);
    });
  }
  // npm killed with SIGKILL tells nobody; its child is given to another parent.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(1), PARENT_CHECK_MS).unref();
  return { signal: controller.signal, asked };
}
