export type ConnectionUri = {
  user: string;
  password: string;
  /** at least one; the driver chooses for an empty host and a null port */
  hosts: { host: string; port: number | null }[];
  /** without its first slash */
  path: string;
  query: Record<string, string>;
};

export type UriRead = { ok: true; uri: ConnectionUri } | { ok: false; must: string };

export const POSTGRES_SCHEMES = ["postgresql", "postgres"] as const;

/** libpq's, and node-postgres's `no-verify`. */
export const SSL_MODES = [
  "disable",
  "allow",
  "prefer",
  "require",
  "no-verify",
  "verify-ca",
  "verify-full",
] as const;
export type SslMode = (typeof SSL_MODES)[number];

export function isSslMode(text: string): text is SslMode {
  return SSL_MODES.some((mode) => mode === text);
}

/** Parameters with a fixed set of values; libpq, too, refuses another. */
const CHOICES: Record<string, readonly string[]> = {
  sslmode: SSL_MODES,
  ssl: ["true", "false", "1", "0", ...SSL_MODES],
  sslaccept: ["strict", "accept_invalid_certs"],
  sslnegotiation: ["postgres", "direct"],
  channel_binding: ["disable", "prefer", "require"],
};

const ESCAPES = { "#": "%23", "/": "%2F", "?": "%3F", "@": "%40", "%": "%25" } as const;
type Sign = keyof typeof ESCAPES;

const SHAPE = /^([a-z][a-z0-9+.-]*):\/\/(?:([^/?#]*)@)?([^/?#]*)(?:\/([^?#]*))?(?:\?([^#]*))?(#)?/i;
/** An "@" that no parameter explains: a password had a bare "?". */
const LOST_LOGIN =
  /(?:^|&)(?!(?:user|password|dbname|host|schema|options|application_name|passfile|ssl\w+)=)[^&]*@/;
const HOST = /^(\[[^\]]*\]|[^:]*)(?::(\d{0,5}))?$/;

/**
 * Reads a connection URI as libpq does (PostgreSQL's manual, 32.1.1.2). Beyond RFC 3986 it takes a bare "@" in a password, and
 * a "%" that begins no escape. @returns in `must` the mistake, without a word of the URI
 */
export function readUri(text: string, schemes: readonly string[]): UriRead {
  if (/^["'`“‘]/.test(text)) return wrong("must stand without quotation marks around it");
  const [, scheme = "", login, authority = "", path, query = "", fragment] = SHAPE.exec(text) ?? [];
  if (!schemes.includes(scheme.toLowerCase()))
    return wrong(
      `must be an address that begins with ${schemes.map((s) => `${s}://`).join(" or ")}`,
    );
  if (fragment) return wrong(bare("#"));
  if (path?.includes("@")) return wrong(bare("/"));
  const cutLogin = login === undefined && path === undefined && authority.includes(":");
  if (/^[^=]*@/.test(query) || (cutLogin && LOST_LOGIN.test(query))) return wrong(bare("?"));
  try {
    const hosts = authority.split(",").map(hostOf);
    const [user = "", ...rest] = (login ?? "").split(":");
    const uri = {
      user: decoded(user),
      password: decoded(rest.join(":")),
      path: decoded(path ?? ""),
    };
    const pairs = pairsOf(query);
    const must = POSTGRES_SCHEMES.some((one) => schemes.includes(one)) ? choiceOf(pairs) : null;
    return must ? wrong(must) : { ok: true, uri: { ...uri, hosts, query: pairs } };
  } catch (fault) {
    return wrong(fault instanceof PortWrong ? fault.message : bare("%"));
  }
}

/** The characters that would end a user or a password too early, with their escapes. */
export function escapesOf(first: Sign = "#"): string {
  const others = Object.entries(ESCAPES).filter(([sign]) => sign !== first);
  const listed = others.map(([sign, written]) => `${sign} as ${written}`).join(", ");
  return `write ${first} as ${ESCAPES[first]} (${listed})`;
}

/** What a wrong parameter must be; an empty one counts as unset. */
function choiceOf(query: Record<string, string>): string | null {
  for (const [written, value] of Object.entries(query)) {
    const name = written.toLowerCase();
    const choices = Object.hasOwn(CHOICES, name) ? CHOICES[name] : undefined;
    if (choices && value && (name !== written || !choices.includes(value)))
      return `must have one of ${choices.join(", ")} as its ${name}`;
    if (name === "port" && !value.split(",").every(isPort))
      return "must have a number from 1 to 65535 as its port";
  }
  return null;
}

function isPort(text: string): boolean {
  return /^\d{0,5}$/.test(text) && Number(text || 1) >= 1 && Number(text || 1) <= 65_535;
}

class PortWrong extends Error {}

function hostOf(written: string) {
  const [, host = "", port = ""] = HOST.exec(written) ?? [];
  if (!HOST.test(written) || !isPort(port))
    throw new PortWrong(
      `must have a number from 1 to 65535 as its port; in a user or password ${escapesOf()}`,
    );
  return { host: decoded(host.replace(/^\[(.*)\]$/, "$1")), port: port ? Number(port) : null };
}

/** Unlike in a form, "+" is a plus. */
function pairsOf(query: string): Record<string, string> {
  const pairs = query.split("&").filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [decoded(name), decoded(value.join("="))];
    }),
  );
}

/** @throws {URIError} when it is not UTF-8 */
function decoded(text: string): string {
  return decodeURIComponent(text.replaceAll(/%(?![0-9a-f]{2})/gi, "%25"));
}

function bare(sign: Sign): string {
  return `must not have a bare ${sign} in its user or password: ${escapesOf(sign)}`;
}

function wrong(must: string): UriRead {
  return { ok: false, must };
}
