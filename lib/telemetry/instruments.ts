import type { Meter } from "@opentelemetry/api";
import { type Instruments, sink } from "./sink";

/** in seconds: from a cheap hash to a mail server that is given up */
const advice = {
  explicitBucketBoundaries: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
};

/** Names and units: OpenTelemetry, *Semantic Conventions: Metrics*. */
export function instrumentsOf(meter: Meter): Instruments {
  const counter = (name: string, unit: string, description: string) =>
    meter.createCounter(name, { unit, description });
  const duration = (name: string, description: string) =>
    meter.createHistogram(name, { unit: "s", description, advice });
  watchHashQueue(meter);
  return {
    signIns: counter("ingreso.sign_ins", "{sign_in}", "Sign-ins by method and outcome"),
    sessionsStarted: counter("ingreso.sessions.started", "{session}", "Sessions opened"),
    sessionsEnded: counter("ingreso.sessions.ended", "{session}", "Sessions ended by somebody"),
    throttled: counter("ingreso.throttled", "{refusal}", "Refusals by the limit that was reached"),
    faults: counter("ingreso.faults", "{fault}", "Faults of ours, by where and by class"),
    mails: counter("ingreso.mails", "{mail}", "Mails by kind and outcome"),
    mailDuration: duration("ingreso.mail.duration", "How long the mail server took"),
    hashDuration: duration("ingreso.hash.duration", "How long hashing a password took"),
    hashWait: duration("ingreso.hash.wait", "How long a hash waited for its turn"),
  };
}

function watchHashQueue(meter: Meter): void {
  const gauge = (name: string, description: string) =>
    meter.createObservableGauge(name, { unit: "{hash}", description });
  const running = gauge("ingreso.hash.running", "Passwords that are being hashed");
  const waiting = gauge("ingreso.hash.waiting", "Passwords that wait to be hashed");
  meter.addBatchObservableCallback(
    (result) => {
      const queue = sink.hashQueue();
      result.observe(running, queue.running);
      result.observe(waiting, queue.waiting);
    },
    [running, waiting],
  );
}
