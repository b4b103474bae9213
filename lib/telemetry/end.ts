import { sink } from "./sink";

/** in milliseconds: how long a collector that does not answer may hold up an end */
export const TELEMETRY_SHUTDOWN_MS = 2000;

/** Hands over what was gathered, as an instance that may be frozen after its answer must. Never throws. */
export function flushTelemetry(): Promise<void> {
  return bounded(sink.flush());
}

/** The same for the last time; afterwards nothing is gathered any more. Ends within two seconds. Never throws. */
export function endTelemetry(): Promise<void> {
  return bounded(sink.end());
}

async function bounded(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, TELEMETRY_SHUTDOWN_MS);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
