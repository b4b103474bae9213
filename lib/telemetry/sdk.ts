import { randomUUID } from "node:crypto";
import { context, metrics, propagation, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { setGlobalErrorHandler, W3CTraceContextPropagator } from "@opentelemetry/core";
import {
  defaultResource,
  detectResources,
  envDetector,
  type Resource,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import { traceIdsFrom } from "../log/trace-id";
import { instrumentsOf } from "./instruments";
import { meterProviderOf } from "./metrics";
import { OwnPropagator } from "./propagator";
import { sink } from "./sink";
import { tracerProviderOf } from "./traces";
import type { Wanted } from "./wanted";

const SCOPE = "ingreso";

/** Registers the SDK with the API, where Next makes its spans, and opens the sink. */
export async function startSdk({ signals, joinsTraces }: Wanted): Promise<void> {
  // each exporter is watched instead
  setGlobalErrorHandler(() => undefined);
  const resource = resourceOfThis();
  const tracers = signals.traces && (await tracerProviderOf(signals.traces, resource));
  const meters = signals.metrics && (await meterProviderOf(signals.metrics, resource));
  if (tracers) {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    const propagator = joinsTraces ? new W3CTraceContextPropagator() : new OwnPropagator();
    propagation.setGlobalPropagator(propagator);
    trace.setGlobalTracerProvider(tracers);
    sink.tracer = tracers.getTracer(SCOPE);
    traceIdsFrom(() => trace.getActiveSpan()?.spanContext().traceId);
  }
  if (meters) {
    metrics.setGlobalMeterProvider(meters);
    sink.instruments = instrumentsOf(meters.getMeter(SCOPE));
  }
  sink.flush = () => Promise.allSettled([tracers?.forceFlush(), meters?.forceFlush()]);
  sink.end = () => Promise.allSettled([tracers?.shutdown(), meters?.shutdown()]);
}

/** Each process has an id of its own: two counters are not one that jumps. */
function resourceOfThis(): Resource {
  const own = { "service.name": SCOPE, "service.instance.id": randomUUID() };
  return defaultResource()
    .merge(resourceFromAttributes(own))
    .merge(detectResources({ detectors: [envDetector] }));
}
