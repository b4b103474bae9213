import type { Attributes } from "@opentelemetry/api";
import type { ReadableSpan } from "@opentelemetry/sdk-trace-base";
import { withoutSecrets } from "../log/without-secrets";

/**
 * What a span may say, whoever made it. Next's own spans have the whole address of a request (`http.target`,
 * `http.url`), whose query holds a link's token, and the messages of faults: what is not named here stays here.
 */
const ALLOWED =
  /^(ingreso\..+|db\..+|error\.type|http\.(method|route|status_code)|next\.(route|rsc|span_type|bubble))$/;

/** The span as it may leave this process. */
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

/** A name or a value as it may leave: whatever follows a query is taken for more of it. */
export function told(text: string): string {
  return withoutSecrets(text.replace(/[?#].*$/s, ""));
}

function allowed(attributes: Attributes): Attributes {
  const kept = Object.entries(attributes).filter(([name]) => ALLOWED.test(name));
  return Object.fromEntries(
    kept.map(([name, value]) => [name, typeof value === "string" ? told(value) : value]),
  );
}

/** Of a fault its class: the message and the stack can hold anything. */
function typesOf(attributes: Attributes): Attributes {
  const type = attributes["exception.type"];
  return typeof type === "string" ? { "exception.type": told(type) } : {};
}

function hostOf(url: unknown): string | undefined {
  return typeof url === "string" && URL.canParse(url) ? new URL(url).hostname : undefined;
}
