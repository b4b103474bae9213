const HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Whether a host is this machine alone.
 * @param hostname as `URL` has it
 */
export function isLoopback(hostname: string): boolean {
  return HOSTS.includes(hostname);
}
