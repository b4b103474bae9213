import { getNumberFromEnv } from "@opentelemetry/core";
import type { Resource } from "@opentelemetry/resources";
import {
  ConsoleMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
  type PushMetricExporter,
  type ResourceMetrics,
} from "@opentelemetry/sdk-metrics";
import type { Destination, Exporter, Protocol } from "./wanted";
import { watched } from "./watched";

/** the specification's own (*Periodic exporting MetricReader*) */
const INTERVAL_MS = 60_000;
const TIMEOUT_MS = 30_000;

export async function meterProviderOf(
  { exporters, protocol }: Destination,
  resource: Resource,
): Promise<MeterProvider> {
  const made = await Promise.all(exporters.map((exporter) => exporterOf(exporter, protocol)));
  const exportIntervalMillis = positive("OTEL_METRIC_EXPORT_INTERVAL") ?? INTERVAL_MS;
  const timeout = positive("OTEL_METRIC_EXPORT_TIMEOUT") ?? TIMEOUT_MS;
  const exportTimeoutMillis = Math.min(timeout, exportIntervalMillis);
  const readers = made.map((exporter) => {
    const send = watched(exporter, "metrics", (all: ResourceMetrics) => all);
    return new PeriodicExportingMetricReader({
      exporter: send,
      exportIntervalMillis,
      exportTimeoutMillis,
    });
  });
  return new MeterProvider({ resource, readers });
}

function positive(name: string): number | undefined {
  const number = getNumberFromEnv(name);
  return number !== undefined && number > 0 ? number : undefined;
}

async function exporterOf(exporter: Exporter, protocol: Protocol): Promise<PushMetricExporter> {
  if (exporter === "console") return new ConsoleMetricExporter();
  const { OTLPMetricExporter } =
    protocol === "http/json"
      ? await import("@opentelemetry/exporter-metrics-otlp-http")
      : await import("@opentelemetry/exporter-metrics-otlp-proto");
  return new OTLPMetricExporter();
}
