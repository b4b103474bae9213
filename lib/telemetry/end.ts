import { sink } from "./sink";

/** how long a silent collector may delay the end */
export const TELEMETRY_SHUTDOWN_MS = 2000;

/** For an instance that may be frozen after its reply. Never throws. */
export function flushTelemetry(): Promise<void> {
  return bounded(sink.flush());
}

/** The last export. Ends within two seconds. Never throws. */
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
