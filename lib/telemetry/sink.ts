import type { Counter, Histogram, Tracer } from "@opentelemetry/api";
import { singleton } from "../singleton";

/** What is counted and measured; its names, units and attributes are in `instruments.ts`. */
export type Instruments = {
  signIns: Counter;
  sessionsStarted: Counter;
  sessionsEnded: Counter;
  throttled: Counter;
  mails: Counter;
  mailDuration: Histogram;
  hashDuration: Histogram;
  hashWait: Histogram;
};

/** How many hash now, and how many wait for their turn. */
export type HashQueueLook = () => { running: number; waiting: number };

type Sink = {
  instruments: Instruments | null;
  tracer: Tracer | null;
  hashQueue: HashQueueLook;
  /** hands over what is there, and the same for the last time; neither ever rejects: who exports says what failed */
  flush: () => Promise<unknown>;
  end: () => Promise<unknown>;
};

/**
 * Where telemetry goes: nowhere, until `start` finds a variable that asks for it. Nothing of OpenTelemetry is loaded
 * by this file, so that whoever asks for none pays nothing.
 */
export const sink = singleton<Sink>("telemetry", () => ({
  instruments: null,
  tracer: null,
  hashQueue: () => ({ running: 0, waiting: 0 }),
  flush: async () => undefined,
  end: async () => undefined,
}));
