import { type Environment, telemetryVariables } from "../config/settings";

export type Signal = "traces" | "metrics";
export type Exporter = "otlp" | "console";
export type Protocol = "http/protobuf" | "http/json";

export type Destination = { exporters: Exporter[]; protocol: Protocol };

/** `problems`: a line for each variable that cannot be followed */
export type Wanted = {
  signals: Partial<Record<Signal, Destination>>;
  /** whether a client's trace is joined */
  joinsTraces: boolean;
  problems: string[];
};

const SIGNALS: readonly Signal[] = ["traces", "metrics"];
const EXPORTERS = ["otlp", "console", "none"];
const PROTOCOLS: readonly Protocol[] = ["http/protobuf", "http/json"];

/**
 * Reads OpenTelemetry's standard variables (its specification: *Environment Variable Specification*, *OTLP Exporter*), but
 * nothing is exported unless one names an exporter or an endpoint, and no client's `traceparent` is believed unless
 * `OTEL_PROPAGATORS` asks for it. The SDK reads the rest by itself.
 */
export function wantedTelemetry(environment: Environment = telemetryVariables()): Wanted {
  const problems: string[] = [];
  const signals: Wanted["signals"] = {};
  const off = read(environment, "OTEL_SDK_DISABLED")?.toLowerCase() === "true";
  for (const signal of off ? [] : SIGNALS) {
    const destination = destinationOf(signal, environment, problems);
    if (destination) signals[signal] = destination;
  }
  const joinsTraces = list(environment, "OTEL_PROPAGATORS").includes("tracecontext");
  return { signals, joinsTraces, problems };
}

function destinationOf(
  signal: Signal,
  environment: Environment,
  problems: string[],
): Destination | null {
  const own = signal.toUpperCase();
  const endpoint = first(environment, [
    `OTEL_EXPORTER_OTLP_${own}_ENDPOINT`,
    "OTEL_EXPORTER_OTLP_ENDPOINT",
  ]);
  const named = list(environment, `OTEL_${own}_EXPORTER`);
  const asked = named.length > 0 ? named : endpoint ? ["otlp"] : [];
  for (const unknown of asked.filter((one) => !EXPORTERS.includes(one)))
    problems.push(`OTEL_${own}_EXPORTER: "${unknown}" is none of ${EXPORTERS.join(", ")}`);
  if (endpoint && !isWeb(endpoint.value)) {
    problems.push(`${endpoint.name} is not an http: or https: address`);
    return null;
  }
  const exporters = (["otlp", "console"] as const).filter((one) => asked.includes(one));
  if (exporters.length === 0 || asked.includes("none")) return null;
  const protocol = exporters.includes("otlp") ? protocolOf(own, environment, problems) : undefined;
  return { exporters, protocol: protocol ?? "http/protobuf" };
}

function protocolOf(
  own: string,
  environment: Environment,
  problems: string[],
): Protocol | undefined {
  const given = first(environment, [
    `OTEL_EXPORTER_OTLP_${own}_PROTOCOL`,
    "OTEL_EXPORTER_OTLP_PROTOCOL",
  ]);
  if (!given) return undefined;
  const known = PROTOCOLS.find((protocol) => protocol === given.value);
  if (!known) problems.push(`${given.name}: "${given.value}" is none of ${PROTOCOLS.join(", ")}`);
  return known;
}

function isWeb(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

function first(
  environment: Environment,
  names: string[],
): { name: string; value: string } | undefined {
  return names
    .map((name) => ({ name, value: read(environment, name) ?? "" }))
    .find(({ value }) => value !== "");
}

function list(environment: Environment, name: string): string[] {
  return (read(environment, name) ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
}

function read(environment: Environment, name: string): string | undefined {
  return environment[name]?.trim() || undefined;
}
