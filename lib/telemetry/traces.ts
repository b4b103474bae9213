import type { Resource } from "@opentelemetry/resources";
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ConsoleSpanExporter,
  type ReadableSpan,
  type Span,
  type SpanExporter,
  type SpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { requestId } from "../log/request-id";
import { redacted } from "./redact";
import type { Destination, Exporter, Protocol } from "./wanted";
import { watched } from "./watched";

export async function tracerProviderOf(
  { exporters, protocol }: Destination,
  resource: Resource,
): Promise<BasicTracerProvider> {
  const made = await Promise.all(exporters.map((exporter) => exporterOf(exporter, protocol)));
  const batches = made.map((exporter) => {
    const send = watched(exporter, "traces", (spans: ReadableSpan[]) => spans.map(redacted));
    return new BatchSpanProcessor(send);
  });
  return new BasicTracerProvider({ resource, spanProcessors: [namesRequest, ...batches] });
}

/** the id in its log lines */
const namesRequest: SpanProcessor = {
  onStart: (span: Span) => {
    const id = requestId();
    if (id) span.setAttribute("ingreso.request_id", id);
  },
  onEnd: () => undefined,
  forceFlush: async () => undefined,
  shutdown: async () => undefined,
};

async function exporterOf(exporter: Exporter, protocol: Protocol): Promise<SpanExporter> {
  if (exporter === "console") return new ConsoleSpanExporter();
  const { OTLPTraceExporter } =
    protocol === "http/json"
      ? await import("@opentelemetry/exporter-trace-otlp-http")
      : await import("@opentelemetry/exporter-trace-otlp-proto");
  return new OTLPTraceExporter();
}
