import {
  defaultTextMapGetter,
  defaultTextMapSetter,
  ROOT_CONTEXT,
  trace,
} from "@opentelemetry/api";
import { expect, it } from "vitest";
import { OwnPropagator } from "./propagator";

const spanContext = (number: number) => ({
  traceId: "0af7651916cd43dd8448eb211c80319c",
  spanId: number.toString(16).padStart(16, "0"),
  traceFlags: 1,
});

function injected(propagator: OwnPropagator, number: number): Record<string, string> {
  const headers: Record<string, string> = {};
  const context = trace.setSpanContext(ROOT_CONTEXT, spanContext(number));
  propagator.inject(context, headers, defaultTextMapSetter);
  return headers;
}

function found(propagator: OwnPropagator, headers: Record<string, string>) {
  const context = propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter);
  return trace.getSpanContext(context)?.spanId;
}

it("a trace goes on where this process wrote it down, and nowhere else", () => {
  const [ours, others] = [new OwnPropagator(), new OwnPropagator()];
  const headers = injected(ours, 7);
  expect(found(ours, headers)).toBe(spanContext(7).spanId);
  expect(found(others, headers)).toBeUndefined();
  expect(found(ours, {})).toBeUndefined();
});

it("what is remembered is bounded, and the newest is", () => {
  const propagator = new OwnPropagator();
  const all = Array.from({ length: 1001 }, (_, index) => injected(propagator, index + 1));
  expect(found(propagator, all[0] ?? {})).toBeUndefined();
  expect(found(propagator, all[1] ?? {})).toBe(spanContext(2).spanId);
  expect(found(propagator, all[1000] ?? {})).toBe(spanContext(1001).spanId);
});
