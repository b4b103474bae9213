import "@/lib/config/environment";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { parseArgs } from "node:util";
import nextPackage from "next/package.json" with { type: "json" };
import { PEER_HEADER, stampedPeer } from "@/lib/client-info";
import { ASSETS_LIST } from "@/lib/config/assets";
import { ourOrigins } from "@/lib/config/origins";
import { readSettings, type Settings, settings } from "@/lib/config/settings";
import { noEndpoint } from "@/lib/http/reply";
import { isLoopback } from "@/lib/ip";
import { log } from "@/lib/log/log";
import { newRequestId, REQUEST_ID_HEADER, withRequestId } from "@/lib/log/request-id";
import { keeping } from "@/lib/mail/keeping";
import { bcryptName } from "@/lib/password/bcrypt";
import { warmHashing } from "@/lib/password/hash";
import { isEndpoint, isRead } from "@/lib/routes";
import { endTelemetry, flushTelemetry, TELEMETRY_SHUTDOWN_MS } from "@/lib/telemetry/end";
import { answeredHere, answerHere, doneHere } from "@/server/before-next";
import { closeStalled, isTaken } from "@/server/connections";
import { answersDocument } from "@/server/documents";
import { sendFaultPage } from "@/server/fault-page";
import { shutDownGracefully } from "@/server/graceful-shutdown";
import { listen } from "@/server/listen";
import { forbidTransform } from "@/server/no-transform";
import { forReaderOf } from "@/server/reader";
import { METHODS, READ_WITHIN_MS, type Refusal, refuse, refuseUnreadable } from "@/server/refusal";
import { pathOf } from "@/server/request-target";
import { isRouterState } from "@/server/router-state";
import { send } from "@/server/send";
import { keepVary } from "@/server/vary";

/** in milliseconds: how long a head, and a whole request, may take to come */
const HEAD_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 15_000;
/** in milliseconds: longer than proxies keep a quiet one (Google's for ten minutes), so that we close none that is being used */
const KEEP_ALIVE_MS = 620_000;
/** in milliseconds: Node looks that often who is over the time; by itself every half minute */
const CHECK_INTERVAL_MS = 1000;
/** in bytes: an address with a callback URL, and all the cookies of a domain that others share */
const LONGEST_HEAD_BYTES = 32 * 1024;
/** in bytes: no form of ours is near it, and what says beforehand that it is longer need not be received */
const LONGEST_BODY_BYTES = 64 * 1024;
/** in bytes: so much of a longer one is taken nevertheless, or its sender would not read the answer */
const TAKEN_BYTES = 8 * 1024 * 1024;

const { dev } = asked();
const read = readSettings();
if (!read.ok) {
  for (const problem of read.problems) console.error(`✗ ${problem}`);
  process.exit(1);
}
const unbuilt = dev ? null : buildProblem();
if (unbuilt) {
  console.error(`✗ ${unbuilt}: npm run build`);
  process.exit(1);
}
await start(settings(), dev);

/** What the command is asked for; it ends here where that is not known. */
function asked(): { dev: boolean } {
  try {
    return parseArgs({ options: { dev: { type: "boolean", default: false } } }).values;
  } catch (fault) {
    console.error(`✗ ${fault instanceof Error ? fault.message : fault}`);
    process.exit(1);
  }
}

/** Why what was built cannot run: Next would end at it with a trace, or it is older than its sources. */
function buildProblem(): string | null {
  if (!existsSync(".next/BUILD_ID") || !existsSync(ASSETS_LIST)) return "there is no build here";
  const by = ".next/diagnostics/framework.json";
  const { version } = existsSync(by) ? JSON.parse(readFileSync(by, "utf8")) : nextPackage;
  if (version !== nextPackage.version)
    return `what is built here was built by Next ${version}, not ${nextPackage.version}`;
  // a source runs where what was built was not built of it
  const isSource = import.meta.url.endsWith(".ts");
  return isSource ? "what is built here was built of other sources" : null;
}

/** One http server around Next: it stamps who asks, refuses what Next would answer with a 500, and stops gracefully. */
async function start({ origin, port }: Settings, dev: boolean): Promise<void> {
  const { hostname: named } = new URL(origin);
  const hostname = isLoopback(named) ? named : "0.0.0.0";
  // Next takes upgrades, which its own development needs. At our server it would hold open what it has no answer for, past
  // every check below; at one that never listens it does nothing, and an upgrade is an ordinary request (RFC 9110 §7.8).
  const upgrades = dev ? {} : { httpServer: createServer() };
  keeping.wanted = true;
  // in a thread, while this one loads Next
  const warm = warmHashing();
  const { default: next } = await import("next");
  const app = next({ dev, hostname, port, ...upgrades });
  await Promise.all([app.prepare(), warm]);
  const handle = app.getRequestHandler();
  // a slow client holds its socket this long at most (slowloris)
  const options = {
    maxHeaderSize: LONGEST_HEAD_BYTES,
    // asked for below, where its absence is answered with a sentence
    requireHostHeader: false,
    headersTimeout: HEAD_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionsCheckingInterval: CHECK_INTERVAL_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
  };
  const { host } = new URL(origin);
  const receive = (request: IncomingMessage, response: ServerResponse) => {
    if (!isTaken(request, response) || !admit(request, response, host)) return;
    const id = newRequestId();
    if (!dev && answersDocument(request, response, id)) return;
    forbidTransform(response);
    keepVary(response);
    request.headers[REQUEST_ID_HEADER] = id;
    response.setHeader(REQUEST_ID_HEADER, id);
    // Next says of some answers of its own not even what they are
    response.setHeader("x-content-type-options", "nosniff");
    const nowhere = dev ? null : unanswered(request);
    if (nowhere) return void nowhere.then((reply) => send(reply, request, response));
    const here = dev ? null : answeredHere(request);
    if (here) return void withRequestId(id, () => answerHere(here, request, response));
    if (!dev) sendFaultPage(request, response, id);
    void withRequestId(id, () => handle(request, response));
  };
  const server = createServer(options, (request, response) =>
    forReaderOf(request, () => receive(request, response)),
  );
  // in development an answer may wait for its page to be compiled
  if (!dev) closeStalled(server);
  refuseUnreadable(server);
  const listeners = await listen(server, port, origin).catch((fault: NodeJS.ErrnoException) => {
    console.error(
      fault.code === "EADDRINUSE"
        ? `✗ port ${port} is busy: set PORT to another one`
        : `✗ ${fault.code ?? fault.name}`,
    );
    process.exit(1);
  });
  log.info({ port, origin, hashing: await bcryptName() }, "ready");
  shutDownGracefully(server, listeners, {
    end: async () => {
      await Promise.all([app.close(), doneHere()]);
      keeping.end();
      await endTelemetry();
    },
    handOver: flushTelemetry,
    within: TELEMETRY_SHUTDOWN_MS,
  });
}

/** The answer to what is posted to no endpoint of ours, which Next must not see at all; null where there is one. */
function unanswered({ method = "", url = "/", headers }: IncomingMessage) {
  const [raw = ""] = url.split("?");
  // Next leads from the same address with a slash behind it
  const path = decodeURIComponent(raw).replace(/(?<=.)\/$/, "");
  if (isRead(method) || isEndpoint(method, path)) return null;
  return noEndpoint(new Headers({ accept: headers.accept ?? "" }), path);
}

/** What Next must not see as it came: a forged peer, a foreign Host, a path it cannot decode, a body without end. */
function admit(request: IncomingMessage, response: ServerResponse, host: string): boolean {
  const path = pathOf(request.url ?? "/", ourOrigins());
  const refusal = refusalOf(request, path);
  if (refusal === "big") afterBody(request, () => refuse(refusal, request, response));
  else if (refusal) refuse(refusal, request, response);
  if (refusal || path === null) return false;
  request.url = path;
  request.headers[PEER_HEADER] = stampedPeer(request.socket.remoteAddress ?? "");
  request.headers.host = host;
  delete request.headers["x-forwarded-host"];
  delete request.headers["x-forwarded-proto"];
  return true;
}

function refusalOf(request: IncomingMessage, path: string | null): Refusal | null {
  const { method = "", headers, rawHeaders, httpVersion, httpVersionMajor } = request;
  if (!METHODS.includes(method)) return "method";
  if (Number(headers["content-length"]) > LONGEST_BODY_BYTES) return "big";
  if (path === null) return "address";
  // RFC 9112 §3.2: one and no more, and since 1.1 not none
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && /^host$/i.test(name)).length;
  const readable = httpVersionMajor >= 1 && (hosts === 1 || (hosts === 0 && httpVersion === "1.0"));
  return readable && isRouterState(headers["next-router-state-tree"]) ? null : "malformed";
}

/** A connection that is closed while the client writes loses the reply too (RFC 9112 §9.6). */
function afterBody(request: IncomingMessage, then: () => void): void {
  let left = TAKEN_BYTES;
  const late = setTimeout(then, READ_WITHIN_MS);
  const done = () => {
    clearTimeout(late);
    request.removeAllListeners("data");
    then();
  };
  request.on("data", ({ length }: Buffer) => {
    left -= length;
    if (left < 0) done();
  });
  request.once("end", done);
}
