import type { Attributes, SpanKind } from "@opentelemetry/api";
import { faultOf } from "../log/log";
import { sink } from "./sink";

/** OpenTelemetry's `SpanStatusCode.ERROR` and `SpanKind`; `start` alone loads that module. */
const ERROR = 2;
const KINDS = { inside: 0, incoming: 1, outgoing: 2 } as const satisfies Record<string, SpanKind>;

export function spansAreKept(): boolean {
  return sink.tracer !== null;
}

/** Runs `work` in a span; a throw is noted by its class alone. @param attributes our own words, never typed text */
export function inSpan<T>(
  name: string,
  attributes: Attributes,
  work: () => Promise<T>,
  kind: keyof typeof KINDS = "inside",
): Promise<T> {
  if (!sink.tracer) return work();
  return sink.tracer.startActiveSpan(name, { attributes, kind: KINDS[kind] }, async (span) => {
    try {
      return await work();
    } catch (fault) {
      span.setAttribute("error.type", faultOf(fault).fault);
      span.setStatus({ code: ERROR });
      throw fault;
    } finally {
      span.end();
    }
  });
}
