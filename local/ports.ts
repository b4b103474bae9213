import { connect, createServer } from "node:net";
import { isLoopback } from "@/lib/ip";

/** Ports that browsers and Node's fetch refuse to open ("bad port", WHATWG Fetch), from 1024 up. */
const REFUSED_BY_BROWSERS = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669,
  6679, 6697, 10080,
]);

// Below the range that Linux hands out to outgoing connections (32768), above the ports people
// use for their own servers; five for each app port, so neighbours never meet.
const LOWEST = 10_240;
const SPAN = 22_500;
const PER_APP = 5;

/** Thrown when a port that has to be exactly that one cannot be had. The message is for a person. */
export class PortTaken extends Error {
  override name = "PortTaken";
}

/** Whether no process listens on `port` of this machine, over IPv4 or IPv6. */
export async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, "127.0.0.1")) && (await canListen(port, "::1"));
}

/** Whether something takes a connection at `port` of `host`. */
export function listens(port: number, host = "localhost"): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const done = (there: boolean) => {
      socket.destroy();
      resolve(there);
    };
    socket.once("connect", () => done(true)).once("error", () => done(false));
  });
}

/** Where an app is reached on this machine: by its own origin's name, where that one is for this machine alone. */
export function appAddress(origin: string | undefined, port: number): string {
  const { hostname } = new URL(origin ?? "http://localhost");
  return `http://${isLoopback(hostname) ? hostname : "localhost"}:${port}`;
}

/** Whether a browser would open `http://localhost:port` at all. */
export function browsersOpen(port: number): boolean {
  return port >= 1024 ? !REFUSED_BY_BROWSERS.has(port) : port === 80 || port === 443;
}

/**
 * Free ports for the services beside an app: the same ones each time for the same app port, so that
 * bookmarks hold, unless something else sits there.
 */
export async function servicePorts(appPort: number, count: number): Promise<number[]> {
  const found: number[] = [];
  const first = (appPort * PER_APP) % SPAN;
  for (let step = 0; step < SPAN && found.length < count; step += 1) {
    const port = LOWEST + ((first + step) % SPAN);
    if (port !== appPort && browsersOpen(port) && (await isFree(port))) found.push(port);
  }
  if (found.length < count) throw new PortTaken("there is no free port left on this machine");
  return found;
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    // a machine without IPv6 has no listener there either
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code !== "EADDRINUSE"));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
