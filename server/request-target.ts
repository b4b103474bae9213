/** `http://host:port` and what follows; nothing but a host, or userinfo would name one that is not asked (RFC 9110 §4.2.4). */
const ABSOLUTE = /^(https?:\/\/[\w.:[\]-]+)((?:[/?].*)?)$/i;

/**
 * The path and query that a request asks us for. It may name our whole address, as it would to a proxy; the host there
 * counts instead of the `Host` header (RFC 9112 §3.2).
 * @param target as it stands in the request's first line
 * @param origins ours
 * @returns null when it cannot be read, or names another host
 */
export function pathOf(target: string, origins: string[]): string | null {
  const [, origin, rest = ""] = ABSOLUTE.exec(target) ?? [];
  if (origin === undefined) return isPath(target) ? target : null;
  if (!URL.canParse(origin) || !origins.includes(new URL(origin).origin)) return null;
  const path = rest.startsWith("/") ? rest : `/${rest}`;
  return isPath(path) ? path : null;
}

function isPath(target: string): boolean {
  const [path = ""] = target.split("?");
  // Next would lead "//" and "\\" on to the path without them, which it writes into its answer as it came
  if (!path.startsWith("/") || /\/\/|\\/.test(path)) return false;
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}
