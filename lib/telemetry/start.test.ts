import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { Collector } from "@/e2e/support/lab/collector";

const run = promisify(execFile);
/** A port that nobody listens at (RFC 863, discard). */
const NOBODY = "http://127.0.0.1:9";

/** in milliseconds, with slack for a busy machine: no time at all, and the two seconds that an end may take */
const SOON = 1000;
const IN_TIME = 4000;

/** Some of everything, told until its input ends; then the end, as server.ts makes it. */
const PROGRAM = `
  import { createRequire } from "node:module";
  import { setTimeout as pause } from "node:timers/promises";
  import { endTelemetry } from "./lib/telemetry/end";
  import { inSpan } from "./lib/telemetry/span";
  import { startTelemetry } from "./lib/telemetry/start";
  import { hashed, mailEnded, signInEnded } from "./lib/telemetry/counters";
  await Promise.all([startTelemetry(), startTelemetry()]);
  let slowest = 0;
  let told = false;
  process.stdin.resume().once("end", () => (told = true));
  do {
    const begun = performance.now();
    signInEnded("password", "entered");
    mailEnded("notice", "timeout", 8);
    hashed(0, 0.25);
    await inSpan("work", { "ingreso.mail.kind": "notice" }, async () => 7);
    slowest = Math.max(slowest, performance.now() - begun);
    await pause(20);
  } while (!told);
  const begun = performance.now();
  await endTelemetry();
  const farewell = performance.now() - begun;
  const loaded = Object.keys(createRequire(import.meta.url).cache);
  const packages = loaded.flatMap((file) => /@opentelemetry\\/[\\w-]+/.exec(file) ?? []);
  console.log(JSON.stringify({ slowest, farewell, packages: [...new Set(packages)] }));
  process.exit();`;

type Ended = { slowest: number; farewell: number; packages: string[] };
type Line = { level: number; msg: string; signal?: string };

/**
 * Runs it in a process of its own.
 * @param enough settles when it has told enough
 * @returns how it ended, and what it logged
 */
async function ran(
  environment: Record<string, string>,
  enough?: () => Promise<void>,
): Promise<Ended & { lines: Line[] }> {
  const args = ["--import", "tsx", "--input-type=module", "-e", PROGRAM];
  const env = { ...process.env, LOG_LEVEL: "info", ...environment };
  const running = run(process.execPath, args, { env });
  try {
    await enough?.();
  } finally {
    running.child.stdin?.end();
  }
  const { stdout } = await running;
  const said = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const ended = said.findIndex((line) => "farewell" in line);
  return { ...(said.splice(ended, 1)[0] as Ended), lines: said as Line[] };
}

/** A collector of one test: all run side by side. */
async function collecting(): Promise<Collector> {
  const collector = await Collector.start();
  onTestFinished(() => collector.stop());
  return collector;
}

/** What a busy process has to tell, all the time, to a collector that must answer at once. */
const OFTEN = {
  OTEL_METRIC_EXPORT_INTERVAL: "50",
  OTEL_BSP_SCHEDULE_DELAY: "50",
  OTEL_EXPORTER_OTLP_TIMEOUT: "100",
};

describe.concurrent("telemetry", () => {
  it("is nothing at all when no variable asks for it", async () => {
    const { packages, lines } = await ran({ OTEL_SERVICE_NAME: "x" });
    expect(packages).toEqual([]);
    expect(lines).toEqual([]);
  });

  it("goes as protobuf where the standard variables say, under the name they say", async () => {
    const collector = await collecting();
    const { packages, lines } = await ran({
      OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/base`,
      OTEL_EXPORTER_OTLP_HEADERS: "x-key=secret%20one",
      OTEL_SERVICE_NAME: "ingreso-of-the-test",
      OTEL_RESOURCE_ATTRIBUTES: "deployment.environment.name=trial,service.instance.id=only-one",
    });
    expect(packages).toContain("@opentelemetry/sdk-trace-base");
    expect(lines.map(({ msg }) => msg)).toEqual(["telemetry: on"]);
    const came = collector.deliveries.map(({ path, headers }) => [
      ...[path, headers["content-type"], headers["x-key"]],
    ]);
    expect(came.sort()).toEqual([
      ["/base/v1/metrics", "application/x-protobuf", "secret one"],
      ["/base/v1/traces", "application/x-protobuf", "secret one"],
    ]);
    for (const { body } of collector.deliveries)
      for (const word of ["ingreso-of-the-test", "trial", "only-one"])
        expect(body.toString("latin1")).toContain(word);
    expect(collector.everything).toContain("ingreso.sign_ins");
    expect(collector.everything).toContain("ingreso.mail.kind");
  });

  it("goes as often as it is told to", async () => {
    const collector = await collecting();
    const OTEL_EXPORTER_OTLP_METRICS_ENDPOINT = `${collector.url}/v1/metrics`;
    const asked = { OTEL_EXPORTER_OTLP_METRICS_ENDPOINT, OTEL_EXPORTER_OTLP_PROTOCOL: "http/json" };
    await ran({ ...OFTEN, ...asked }, () => collector.came(4));
    const told = collector.series["ingreso.sign_ins{method=password,outcome=entered}"] ?? 0;
    expect(told).toBeGreaterThan(3); // it counts on from one to the next
    expect(collector.series["ingreso.hash.duration"]).toBe(told);
    expect(collector.series["ingreso.hash.waiting"]).toBe(0);
  });

  it("of a collector that is away holds nothing up", async () => {
    const { farewell, lines } = await ran({ ...OFTEN, OTEL_EXPORTER_OTLP_ENDPOINT: NOBODY });
    expect(farewell).toBeLessThan(IN_TIME);
    const warned = lines.filter(({ level }) => level >= 40).map(({ signal }) => signal);
    expect(warned.sort()).toEqual(["metrics", "traces"]);
  });

  it("ends in time also while a collector holds its last words", async () => {
    const collector = await collecting();
    collector.mode = "hangs";
    const { slowest, farewell } = await ran({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    expect(collector.deliveries.length).toBeGreaterThan(0);
    expect(slowest).toBeLessThan(SOON);
    expect(farewell).toBeGreaterThan(1900);
    expect(farewell).toBeLessThan(IN_TIME);
  });

  it("says once that a collector refuses it, and once that it is back", async () => {
    const collector = await collecting();
    collector.mode = "refuses";
    const OTEL_EXPORTER_OTLP_TRACES_ENDPOINT = collector.url;
    const { lines } = await ran({ ...OFTEN, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT }, async () => {
      await collector.came(5);
      collector.mode = "takes";
      await collector.came(collector.deliveries.length + 5);
    });
    expect(lines.map(({ msg }) => msg)).toEqual([
      "telemetry: on",
      "telemetry: cannot be handed over",
      "telemetry: handed over again",
    ]);
  });
});
