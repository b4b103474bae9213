import type { Attributes, SpanKind } from "@opentelemetry/api";
import { faultOf } from "../log/log";
import { sink } from "./sink";

/** OpenTelemetry's `SpanStatusCode.ERROR` and `SpanKind`, whose module is loaded by `start` alone. */
const ERROR = 2;
const KINDS = { inside: 0, outgoing: 2 } as const satisfies Record<string, SpanKind>;

/** Whether spans are kept in this process. */
export function spansAreKept(): boolean {
  return sink.tracer !== null;
}

/**
 * Does `work` as a span of the request's trace, where traces are kept; what it throws is noted by its class alone and
 * thrown on.
 * @param attributes a few words of ours, never what a person typed
 * @param kind `outgoing` for what another server does
 */
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
