import type { Server } from "node:http";
import { createServer, isIPv4, type ListenOptions, type Server as TcpServer } from "node:net";
import { isLoopback } from "../lib/ip";

/** What the system says of an address of a family that it has not. */
const MISSING = ["EADDRNOTAVAIL", "EAFNOSUPPORT"];

/**
 * Listens where an origin says: one for this machine alone is served at both loopback addresses, since `localhost` may
 * mean either; any other on every address. Over IPv6 and IPv4, or what the machine has of them.
 * @returns everything that listens
 * @throws the system's fault, such as EADDRINUSE
 */
export async function listen(server: Server, port: number, origin: string): Promise<TcpServer[]> {
  const { hostname } = new URL(origin);
  if (!isLoopback(hostname)) {
    // without a host Node takes "::", for both families, and 0.0.0.0 where there is no IPv6
    await begin(server, { port });
    return [server];
  }
  // a server listens once: what comes to the other address is handed to it
  const beside = createServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
    server.emit("connection", socket),
  );
  const [ipv4, ipv6] = [
    { host: isIPv4(hostname) ? hostname : "127.0.0.1", port },
    { host: "::1", port },
  ];
  if (!(await has(server, ipv4))) {
    await begin(server, ipv6);
    return [server];
  }
  return (await has(beside, ipv6)) ? [server, beside] : [server];
}

function begin(server: TcpServer, options: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(options, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Begins to listen; false where the machine has no such address. */
async function has(server: TcpServer, options: ListenOptions): Promise<boolean> {
  try {
    await begin(server, options);
    return true;
  } catch (fault) {
    if (fault instanceof Error && "code" in fault && MISSING.includes(String(fault.code)))
      return false;
    throw fault;
  }
}
