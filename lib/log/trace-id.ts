import { singleton } from "../singleton";

const source = singleton("trace-id", () => ({ current: (): string | undefined => undefined }));

/** The trace of what is being done, where traces are kept: a log line and a trace find each other by it. */
export function traceId(): string | undefined {
  return source.current();
}

/** From now on `current` says which trace it is. */
export function traceIdsFrom(current: () => string | undefined): void {
  source.current = current;
}
