import { faultOf, log } from "../log/log";
import { singleton } from "../singleton";
import { wantedTelemetry } from "./wanted";

/** Once a process, where a standard variable of OpenTelemetry asks for it; else loads nothing of it. Never throws. */
export function startTelemetry(): Promise<void> {
  return singleton("telemetry-start", begin);
}

async function begin(): Promise<void> {
  const wanted = wantedTelemetry();
  for (const problem of wanted.problems) log.warn({ problem }, "telemetry: a variable is ignored");
  const signals = Object.keys(wanted.signals);
  if (signals.length === 0) return;
  try {
    const { startSdk } = await import("./sdk");
    await startSdk(wanted);
    log.info({ signals }, "telemetry: on");
  } catch (fault) {
    log.error(faultOf(fault), "telemetry: could not start");
  }
}
