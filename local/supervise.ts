const SLOW_MS = 1000;

/** Something that was started: how to stop it, and a sign of its end where it can end by itself. */
export type Service = {
  ended?: Promise<void>;
  output?: () => string;
  stop(): Promise<void>;
  /** Ends it at once, impolitely. */
  kill?: () => void;
};

export type Task<T extends Service> = {
  name: string;
  /** What it is doing, shown after a second. */
  doing: string;
  /** Starts the service and settles once it answers; cleans up behind itself when it throws. */
  start(stopping: AbortSignal): Promise<T>;
};

/** Thrown by a start that was overtaken by the end of the whole. */
export class Stopping extends Error {
  override name = "Stopping";
}

/**
 * Starts services one after another and stops them in the opposite order. When one of them ends by
 * itself, `failure` settles with the reason; the caller then stops the rest.
 */
export class Supervisor {
  readonly failure: Promise<string>;
  #fail: (reason: string) => void = () => undefined;
  #running: Service[] = [];
  #starting = new Set<Promise<unknown>>();
  #stopping = new AbortController();
  #stopped: Promise<void> | undefined;

  constructor(private readonly say: (line: string) => void) {
    this.failure = new Promise((resolve) => {
      this.#fail = resolve;
    });
  }

  /** Starts a service; throws what its start throws, or `Stopping`. */
  async start<T extends Service>(task: Task<T>): Promise<T> {
    const service = await this.#within(task.doing, task.start(this.#stopping.signal));
    if (this.#stopping.signal.aborted) {
      await service.stop();
      throw new Stopping();
    }
    this.#running.push(service);
    void service.ended?.then(() => this.#endedByItself(task.name, service));
    return service;
  }

  /** Does something that has an end of its own, such as a build. */
  async run<T>(doing: string, work: (stopping: AbortSignal) => Promise<T>): Promise<T> {
    const done = await this.#within(doing, work(this.#stopping.signal));
    if (this.#stopping.signal.aborted) throw new Stopping();
    return done;
  }

  /** Stops everything, the last started first; settles when nothing is left. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stopAll();
    return this.#stopped;
  }

  /** Makes a stop that is under way as short as it can be. */
  kill(): void {
    for (const service of this.#running) service.kill?.();
  }

  async #stopAll(): Promise<void> {
    this.#stopping.abort();
    await Promise.allSettled(this.#starting);
    for (const service of this.#running.toReversed()) await service.stop();
  }

  async #within<T>(doing: string, work: Promise<T>): Promise<T> {
    if (this.#stopping.signal.aborted) throw new Stopping();
    const slow = setTimeout(() => this.say(`${doing}…`), SLOW_MS);
    this.#starting.add(work);
    try {
      return await work;
    } catch (error) {
      throw this.#stopping.signal.aborted ? new Stopping() : error;
    } finally {
      clearTimeout(slow);
      this.#starting.delete(work);
    }
  }

  #endedByItself(name: string, service: Service): void {
    if (this.#stopping.signal.aborted) return;
    const last = service.output?.().split("\n").at(-1);
    this.#fail(`${name} ended by itself${last ? ` (${last})` : ""}`);
  }
}
