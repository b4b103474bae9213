import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { expect, it } from "vitest";
import { newToken } from "../secrets";
import { redacted, told } from "./redact";

const TOKEN = newToken();
const ADDRESS = "ana@example.com";

/** A span as Next makes them, with everything that must not leave. */
function leaky() {
  const kept = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(kept)] });
  const span = provider
    .getTracer("next.js")
    .startSpan(`fetch GET https://accounts.example.com/x?code=${TOKEN}`);
  span.setAttributes({
    "http.target": `/login/link?token=${TOKEN}`,
    "http.url": `https://accounts.example.com/x?code=${TOKEN}`,
    "http.route": "/login/link",
    "http.method": "GET",
    "next.span_name": `fetch GET /x?code=${TOKEN}`,
    "next.route": `/strange/${TOKEN}/route`,
    "net.peer.ip": "203.0.113.7",
    "user.email": ADDRESS,
  });
  span.recordException(new TypeError(`no account for ${ADDRESS} and ${TOKEN}`));
  span.setStatus({ code: 2, message: `no account for ${ADDRESS}` });
  span.addLink({ context: span.spanContext(), attributes: { from: ADDRESS } });
  span.end();
  const [finished] = kept.getFinishedSpans();
  if (!finished) throw new Error("no span");
  return finished;
}

it("a span leaves with its route and its fault's class, without query, token, address or message", () => {
  const span = redacted(leaky());
  expect(span.name).toBe("fetch GET https://accounts.example.com/x");
  expect(span.attributes).toEqual({
    "http.route": "/login/link",
    "http.method": "GET",
    "next.route": "/strange/*/route",
    "server.address": "accounts.example.com",
  });
  expect(span.status).toEqual({ code: 2 });
  expect(span.events.map(({ name, attributes }) => [name, attributes])).toEqual([
    ["exception", { "exception.type": "TypeError" }],
  ]);
  expect(span.links).toEqual([{ context: span.spanContext() }]);
  expect(span.spanContext()).toEqual(expect.objectContaining({ traceId: expect.any(String) }));
  expect(span.ended).toBe(true);
});

it.each([
  ["GET /api/auth/[...nextauth]", "GET /api/auth/[...nextauth]"],
  ["GET /.well-known/change-password", "GET /.well-known/change-password"],
  [`GET /x/${TOKEN}`, "GET /x/*"],
  ["GET /x/ana%40example.com", "GET *"],
  ["AppRouteRouteHandlers.runHandler", "AppRouteRouteHandlers.runHandler"],
  ["GET /x?a=1\n&b=2", "GET /x"],
])("%j says %j", (text, said) => {
  expect(told(text)).toBe(said);
});
