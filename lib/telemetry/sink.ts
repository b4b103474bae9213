import type { Counter, Histogram, Tracer } from "@opentelemetry/api";
import { singleton } from "../singleton";

export type Instruments = {
  signIns: Counter;
  sessionsStarted: Counter;
  sessionsEnded: Counter;
  throttled: Counter;
  faults: Counter;
  mails: Counter;
  mailDuration: Histogram;
  hashDuration: Histogram;
  hashWait: Histogram;
};

export type HashQueueReading = () => { running: number; waiting: number };

type Sink = {
  instruments: Instruments | null;
  tracer: Tracer | null;
  hashQueue: HashQueueReading;
  /** neither ever rejects: the exporters log what failed */
  flush: () => Promise<unknown>;
  end: () => Promise<unknown>;
};

/** Does nothing until `start` replaces it. Loads nothing of OpenTelemetry, so that without telemetry it costs nothing. */
export const sink = singleton<Sink>("telemetry", () => ({
  instruments: null,
  tracer: null,
  hashQueue: () => ({ running: 0, waiting: 0 }),
  flush: async () => undefined,
  end: async () => undefined,
}));
