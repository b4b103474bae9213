/** Asks a service for a path of its own. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/**
 * @param address of the service: it may lie below a path, and name a user with their password (`https://qa:…@mail.example/box`),
 * which `fetch` alone refuses
 */
export function asker(address: string): Ask {
  const { origin, pathname, username, password } = new URL(address);
  const base = origin + pathname.replace(/\/$/, "");
  const told = [username, password].map(decodeURIComponent).join(":");
  const authorization = `Basic ${Buffer.from(told).toString("base64")}`;
  return (path, init) =>
    fetch(base + path, username ? { ...init, headers: { authorization, ...init?.headers } } : init);
}
