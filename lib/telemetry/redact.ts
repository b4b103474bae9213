import type { Attributes } from "@opentelemetry/api";
import type { ReadableSpan } from "@opentelemetry/sdk-trace-base";
import { withoutSecrets } from "../log/without-secrets";

/** An allow list: Next's spans hold whole URLs (`http.target`, `http.url`) with links' tokens, and faults' messages. */
const ALLOWED =
  /^(ingreso\..+|db\..+|error\.type|http\.(method|route|status_code)|next\.(route|rsc|span_type|bubble))$/;

export function redacted(span: ReadableSpan): ReadableSpan {
  const { status } = span;
  const host = hostOf(span.attributes["http.url"]);
  return Object.create(span, {
    name: { value: told(span.name), enumerable: true },
    attributes: {
      value: { ...allowed(span.attributes), ...(host && { "server.address": host }) },
      enumerable: true,
    },
    status: { value: { code: status.code }, enumerable: true },
    events: {
      value: span.events.map(({ name, time, attributes = {} }) => ({
        ...{ name: told(name), time },
        attributes: typesOf(attributes),
      })),
      enumerable: true,
    },
    links: { value: span.links.map(({ context }) => ({ context })), enumerable: true },
  });
}

/** Cuts all that follows the beginning of a query. */
export function told(text: string): string {
  return withoutSecrets(text.replace(/[?#].*$/s, ""));
}

function allowed(attributes: Attributes): Attributes {
  const kept = Object.entries(attributes).filter(([name]) => ALLOWED.test(name));
  return Object.fromEntries(
    kept.map(([name, value]) => [name, typeof value === "string" ? told(value) : value]),
  );
}

/** A fault's class alone: message and stack can hold anything. */
function typesOf(attributes: Attributes): Attributes {
  const type = attributes["exception.type"];
  return typeof type === "string" ? { "exception.type": told(type) } : {};
}

function hostOf(url: unknown): string | undefined {
  return typeof url === "string" && URL.canParse(url) ? new URL(url).hostname : undefined;
}
