import type { Attributes } from "@opentelemetry/api";
import type { ReadableSpan } from "@opentelemetry/sdk-trace-base";

/**
 * What a span may say, whoever made it. Next's own spans have the whole address of a request (`http.target`,
 * `http.url`), whose query holds a link's token, and the messages of faults: what is not named here stays here.
 */
const ALLOWED =
  /^(ingreso\..+|db\..+|error\.type|http\.(method|route|status_code)|next\.(route|rsc|span_type|bubble))$/;
const ADDRESS = /\S+(?:@|%40)\S+/gi;
/** A token of ours has 43 such characters, a nonce or a code of Google's more or less. */
const TOKEN = /[\w-]{30,}/g;

/** The span as it may leave this process. */
export function redacted(span: ReadableSpan): ReadableSpan {
  const { status } = span;
  const host = hostOf(span.attributes["http.url"]);
  return Object.create(span, {
    name: { value: withoutSecrets(span.name), enumerable: true },
    attributes: {
      value: { ...allowed(span.attributes), ...(host && { "server.address": host }) },
      enumerable: true,
    },
    status: { value: { code: status.code }, enumerable: true },
    events: {
      value: span.events.map(({ name, time, attributes = {} }) => ({
        ...{ name: withoutSecrets(name), time },
        attributes: typesOf(attributes),
      })),
      enumerable: true,
    },
    links: { value: span.links.map(({ context }) => ({ context })), enumerable: true },
  });
}

/** A text without query, address or token. */
export function withoutSecrets(text: string): string {
  return text
    .replace(/[?#].*$/s, "")
    .replace(ADDRESS, "*")
    .replace(TOKEN, "*");
}

function allowed(attributes: Attributes): Attributes {
  const kept = Object.entries(attributes).filter(([name]) => ALLOWED.test(name));
  return Object.fromEntries(
    kept.map(([name, value]) => [name, typeof value === "string" ? withoutSecrets(value) : value]),
  );
}

/** Of a fault its class: the message and the stack can hold anything. */
function typesOf(attributes: Attributes): Attributes {
  const type = attributes["exception.type"];
  return typeof type === "string" ? { "exception.type": withoutSecrets(type) } : {};
}

function hostOf(url: unknown): string | undefined {
  return typeof url === "string" && URL.canParse(url) ? new URL(url).hostname : undefined;
}
