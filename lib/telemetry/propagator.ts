import type { Context, TextMapGetter, TextMapPropagator, TextMapSetter } from "@opentelemetry/api";
import { TRACE_PARENT_HEADER, W3CTraceContextPropagator } from "@opentelemetry/core";
import { LRUCache } from "lru-cache";

/** More than can be between Next's two passes over a request at any one time. */
const REMEMBERED = 1000;

/**
 * Carries a trace from one of Next's passes over a request to the other, the proxy's and the page's, by the request's
 * own headers; and from nobody else: whoever writes a `traceparent` from outside would choose what is traced, and write
 * into our traces (W3C Trace Context §7, *Security Considerations*).
 */
export class OwnPropagator implements TextMapPropagator {
  readonly #w3c = new W3CTraceContextPropagator();
  readonly #own = new LRUCache<string, true>({ max: REMEMBERED });

  inject(context: Context, carrier: unknown, setter: TextMapSetter): void {
    this.#w3c.inject(context, carrier, {
      set: (to, name, value) => {
        if (name === TRACE_PARENT_HEADER) this.#own.set(value, true);
        setter.set(to, name, value);
      },
    });
  }

  extract(context: Context, carrier: unknown, getter: TextMapGetter): Context {
    const given = getter.get(carrier, TRACE_PARENT_HEADER);
    const isOwn = typeof given === "string" && this.#own.has(given);
    return isOwn ? this.#w3c.extract(context, carrier, getter) : context;
  }

  fields(): string[] {
    return this.#w3c.fields();
  }
}
