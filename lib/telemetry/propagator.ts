import type { Context, TextMapGetter, TextMapPropagator, TextMapSetter } from "@opentelemetry/api";
import { TRACE_PARENT_HEADER, W3CTraceContextPropagator } from "@opentelemetry/core";
import { LRUCache } from "lru-cache";

/** more than can be between Next's two passes at any time */
const REMEMBERED = 1000;

/**
 * Carries a trace from Next's proxy to its page by the request's headers. A client's `traceparent` is not believed: it would
 * choose what is traced, and write into our traces (W3C Trace Context §7, *Security Considerations*).
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
