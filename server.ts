import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import next from "next";
import { guardConsole, log } from "@/lib/log";
import { bcryptName } from "@/lib/password/bcrypt";
import { warmDecoy } from "@/lib/password/hash";
import { newRequestId, REQUEST_ID_HEADER, withRequestId } from "@/lib/request-id";
import { PEER_HEADER, stampedPeer } from "@/lib/requester";
import { readSettings, type Settings, settings } from "@/lib/settings";

/** in milliseconds: how long requests in flight may take once the process is told to stop */
const FAREWELL = 10_000;
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

loadEnvironmentFile();
const read = readSettings();
if (!read.ok) {
  for (const problem of read.problems) console.error(`✗ ${problem}`);
  process.exit(1);
}
await start(settings(), process.argv.includes("--dev"));

/** One http server around Next: it stamps who asks, refuses what Next would answer with a 500, and stops gracefully. */
async function start({ origin, port }: Settings, dev: boolean): Promise<void> {
  const local = ["localhost", "127.0.0.1"].includes(new URL(origin).hostname);
  const hostname = local ? "127.0.0.1" : "0.0.0.0";
  const app = next({ dev, hostname, port });
  await Promise.all([app.prepare(), warmDecoy()]);
  const handle = app.getRequestHandler();
  if (!dev) guardConsole();
  const server = createServer((request, response) => {
    if (!admit(request, response, origin)) return;
    const id = newRequestId();
    request.headers[REQUEST_ID_HEADER] = id;
    response.setHeader(REQUEST_ID_HEADER, id);
    void withRequestId(id, () => handle(request, response));
  });
  // a slow client holds its socket this long at most (slowloris)
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  if (dev) server.on("upgrade", app.getUpgradeHandler());
  server.on("error", (fault) => {
    console.error(
      "code" in fault && fault.code === "EADDRINUSE"
        ? `✗ port ${port} is busy: set PORT to another one`
        : `✗ ${fault.name}`,
    );
    process.exit(1);
  });
  server.listen(port, hostname, async () => {
    log.info({ port, origin, hashing: await bcryptName() }, "ready");
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeIdleConnections();
      setTimeout(() => process.exit(0), FAREWELL).unref();
    });
}

/** What Next must not see as it came: a forged peer, a foreign Host, a path it cannot decode. */
function admit(request: IncomingMessage, response: ServerResponse, origin: string): boolean {
  const refusal = METHODS.has(request.method ?? "") ? pathRefusal(request.url ?? "/") : 405;
  if (refusal !== null) {
    response.writeHead(refusal, { "content-type": "text/plain; charset=utf-8" });
    response.end(
      refusal === 405 ? "Esta dirección no se abre así." : "No pudimos leer esa dirección.",
    );
    return false;
  }
  request.headers[PEER_HEADER] = stampedPeer(request.socket.remoteAddress ?? "");
  request.headers.host = new URL(origin).host;
  delete request.headers["x-forwarded-host"];
  delete request.headers["x-forwarded-proto"];
  return true;
}

function pathRefusal(url: string): 400 | null {
  const [path = ""] = url.split("?");
  try {
    return path.startsWith("/") && !decodeURIComponent(path).includes("\0") ? null : 400;
  } catch {
    return 400;
  }
}

function loadEnvironmentFile(): void {
  try {
    process.loadEnvFile();
  } catch {
    // there is none: the settings come from the environment
  }
}
