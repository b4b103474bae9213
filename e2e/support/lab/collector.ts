import { EventEmitter, once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

type Value = { stringValue?: string; intValue?: string | number; arrayValue?: unknown };
type Pairs = { key: string; value: Value }[];
type Point = { attributes?: Pairs; asInt?: string | number; asDouble?: number; count?: string };
type Points = { dataPoints: Point[] };
type Metric = { name: string; unit: string; sum?: Points; gauge?: Points; histogram?: Points };

/** One span as it came. */
export type Span = {
  traceId: string;
  name: string;
  attributes: Record<string, unknown>;
  status: { code?: number; message?: string };
  events: unknown[];
};

/** What came in one request. */
type Delivery = { path: string; headers: IncomingHttpHeaders; body: Buffer };

/** A collector that speaks OTLP over HTTP: keeps what it gets, and reads it where it is JSON. */
export class Collector {
  /** `hangs` takes everything and never answers. */
  mode: "takes" | "hangs" | "refuses" = "takes";
  readonly deliveries: Delivery[] = [];
  readonly #news = new EventEmitter();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const { url = "", headers } = request;
      this.deliveries.push({ path: url, headers, body: await buffer(request) });
      this.#news.emit("delivery");
      if (this.mode === "hangs") return;
      response.writeHead(this.mode === "takes" ? 200 : 400, { "content-type": "application/json" });
      response.end("{}");
    });
  }

  static async start(): Promise<Collector> {
    const collector = new Collector();
    collector.#server.listen(0, "127.0.0.1");
    await once(collector.#server, "listening");
    collector.#server.unref();
    return collector;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Settles once that many deliveries have come. */
  async came(count: number): Promise<void> {
    while (this.deliveries.length < count) await once(this.#news, "delivery");
  }

  /** Every byte that came, as text: what is not in there was not told. */
  get everything(): string {
    return this.deliveries.map(({ body }) => body.toString("latin1")).join("\n");
  }

  get spans(): Span[] {
    type Body = {
      resourceSpans: {
        scopeSpans: { spans: (Omit<Span, "attributes"> & { attributes: Pairs })[] }[];
      }[];
    };
    return this.#read<Body>("/v1/traces")
      .flatMap(({ resourceSpans }) => resourceSpans.flatMap(({ scopeSpans }) => scopeSpans))
      .flatMap(({ spans }) => spans)
      .map((span) => ({ ...span, attributes: record(span.attributes) }));
  }

  /**
   * Every series as it stood last, `name{a=b,…}` to its number; of a histogram how many it has measured.
   */
  get series(): Record<string, number> {
    type Body = { resourceMetrics: { scopeMetrics: { metrics: Metric[] }[] }[] };
    const last = this.#read<Body>("/v1/metrics").at(-1);
    const metrics = (last?.resourceMetrics ?? []).flatMap(({ scopeMetrics }) =>
      scopeMetrics.flatMap(({ metrics }) => metrics),
    );
    return Object.fromEntries(
      metrics.flatMap(({ name, sum, gauge, histogram }) =>
        ((sum ?? gauge ?? histogram)?.dataPoints ?? []).map((point) => [
          `${name}${labels(point.attributes ?? [])}`,
          Number(point.asInt ?? point.asDouble ?? point.count),
        ]),
      ),
    );
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #read<Body>(path: string): Body[] {
    const bodies = this.deliveries.filter((delivery) => delivery.path === path);
    return bodies.map(({ body }) => JSON.parse(body.toString("utf8")) as Body);
  }
}

function record(pairs: Pairs): Record<string, unknown> {
  return Object.fromEntries(pairs.map(({ key, value }) => [key, Object.values(value)[0]]));
}

function labels(pairs: Pairs): string {
  const said = Object.entries(record(pairs)).map(
    ([key, value]) => `${key.split(".").at(-1)}=${value}`,
  );
  return said.length > 0 ? `{${said.sort().join(",")}}` : "";
}
