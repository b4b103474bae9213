import { describe, expect, it } from "vitest";
import type { Environment } from "../config/settings";
import { wantedTelemetry } from "./wanted";

const OTLP = { exporters: ["otlp"], protocol: "http/protobuf" };
const JSON_OTLP = { exporters: ["otlp"], protocol: "http/json" };
const ENDPOINT = { OTEL_EXPORTER_OTLP_ENDPOINT: "https://collector.example.com" };

const ASKED: [string, Environment, object][] = [
  ["nothing at all", {}, {}],
  ["only a name", { OTEL_SERVICE_NAME: "x", OTEL_RESOURCE_ATTRIBUTES: "a=b" }, {}],
  ["an empty endpoint", { OTEL_EXPORTER_OTLP_ENDPOINT: " " }, {}],
  ["an endpoint", ENDPOINT, { traces: OTLP, metrics: OTLP }],
  ["an endpoint, and it is off", { ...ENDPOINT, OTEL_SDK_DISABLED: "TRUE" }, {}],
  [
    "an endpoint, and off in other words",
    { ...ENDPOINT, OTEL_SDK_DISABLED: "yes" },
    { traces: OTLP, metrics: OTLP },
  ],
  ["an endpoint, no traces", { ...ENDPOINT, OTEL_TRACES_EXPORTER: "none" }, { metrics: OTLP }],
  ["an endpoint, no metrics", { ...ENDPOINT, OTEL_METRICS_EXPORTER: "none" }, { traces: OTLP }],
  ["traces by their exporter", { OTEL_TRACES_EXPORTER: "otlp" }, { traces: OTLP }],
  ["metrics by their exporter", { OTEL_METRICS_EXPORTER: "otlp" }, { metrics: OTLP }],
  [
    "metrics by their endpoint",
    { OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: "http://localhost:1/m" },
    { metrics: OTLP },
  ],
  [
    "two exporters",
    { OTEL_TRACES_EXPORTER: "otlp, console" },
    { traces: { ...OTLP, exporters: ["otlp", "console"] } },
  ],
  [
    "JSON",
    { ...ENDPOINT, OTEL_EXPORTER_OTLP_PROTOCOL: "http/json" },
    { traces: JSON_OTLP, metrics: JSON_OTLP },
  ],
  [
    "JSON for traces alone",
    { ...ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: "http/json" },
    { traces: JSON_OTLP, metrics: OTLP },
  ],
];

const WRONG: [Environment, object, string][] = [
  [
    { OTEL_TRACES_EXPORTER: "zipkin" },
    {},
    'OTEL_TRACES_EXPORTER: "zipkin" is none of otlp, console, none',
  ],
  [
    { OTEL_METRICS_EXPORTER: "otlp", OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" },
    { metrics: OTLP },
    'OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" is none of http/protobuf, http/json',
  ],
  [
    { OTEL_TRACES_EXPORTER: "otlp", OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "collector:4318" },
    {},
    "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT is not an http: or https: address",
  ],
];

describe("what the environment asks for", () => {
  it.each(ASKED)("%s", (_, environment, signals) => {
    expect(wantedTelemetry(environment)).toEqual({ signals, joinsTraces: false, problems: [] });
  });

  it.each(WRONG)("%j cannot be followed, which is said", (environment, signals, problem) => {
    expect(wantedTelemetry(environment)).toMatchObject({ signals, problems: [problem] });
  });

  it("joins a stranger's trace only when it is told to", () => {
    const joins = (OTEL_PROPAGATORS: string) => wantedTelemetry({ OTEL_PROPAGATORS }).joinsTraces;
    expect([joins("tracecontext,baggage"), joins("baggage"), joins("none")]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
