import { join } from "node:path";
import { startApp } from "@/local/app";
import { servicePorts } from "@/local/ports";
import { ROOT } from "@/local/root";
import { type Answer, exchange } from "../fuzz/wire";
import { expect, type Lab, test } from "../support/fixtures";

// Next takes apart what is posted to a page of its own, in the hope of a server action. There is none here, whatever is asked for.

const PATHS = [
  ...[
    "/",
    "/login",
    "/login/",
    "/Login",
    "/log%69n",
    "/login%2f",
    "/login%20",
    "/login.",
    "/login.rsc",
    "/index.rsc",
  ],
  ...[
    "/cuenta",
    "/cuenta/",
    "/cuenta.rsc",
    "/cuenta/sesiones",
    "/login/correo",
    "/login/link?token=a",
    "/registro/verificar",
  ],
  ...[
    "/nada",
    "/nada/",
    "/nada.txt",
    "/en/login",
    "/es/login",
    "/es",
    "/_not-found",
    "/404",
    "/500",
    "/_error",
    "/error",
  ],
  ...[
    "/_next",
    "/_next/",
    "/_next/nada",
    "/_next/static",
    "/_next/static/",
    "/_next/static/nada.js",
    "/_next/static/../../login",
  ],
  ...[
    "/_next/static/%2e%2e/%2e%2e/login",
    "/_next/static/chunks/..%2f..%2flogin",
    "/_next/data/x/login.json",
    "/_next/data/x/index.json",
  ],
  ...[
    "/_next/image",
    "/_next/image?url=%2Ficon.svg&w=64&q=75",
    "/_next/webpack-hmr",
    "/__nextjs_original-stack-frames",
    "/_next/mcp",
  ],
  ...[
    "/icon.svg",
    "/icon.svg/",
    "/icon.svg?x",
    "/favicon.ico",
    "/favicon.ico/",
    "/favicon.ico%00",
    "/apple-touch-icon.png",
    "/icon%2esvg",
    "/robots.txt",
  ],
  ...[
    "/api",
    "/api/",
    "/api/health",
    "/api/health/",
    "/api/health/x",
    "/api/healthx",
    "/api/nada",
    "/api/auth",
    "/api/auth/",
  ],
  ...["/.well-known/change-password", "/.well-known/security.txt", "/.well-known/nada"],
  ...[
    "//login",
    "/%2flogin",
    "/\\login",
    "/login?_rsc=abcde",
    "/login?__nextLocale=es",
    "/login;x=1",
    "/(.)login",
    "/@modal/login",
  ],
  ...["/login.segments/_tree.segment.rsc", "/cuenta.segments/$c$children/__PAGE__.segment.rsc"],
];

const ID = "7f".padEnd(42, "0");
const part = (name: string, value: string) =>
  `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const MULTIPART = `${part(`$ACTION_ID_${ID}`, "")}${part("$ACTION_REF_1", "")}${part("$ACTION_1:0", `{"id":"${ID}","bound":null}`)}${part("1_$ACTION_ID_0", "x")}${part("0", '["$F1"]')}--x--\r\n`;

type Kind = { name: string; headers: string[]; body: string };
const KINDS: Kind[] = [
  {
    name: "an action called by a script, as text",
    headers: [
      `next-action: ${ID}`,
      "content-type: text/plain;charset=UTF-8",
      "accept: text/x-component",
    ],
    body: '["$F1"]',
  },
  {
    name: "an action called by a script, as fields",
    headers: [`next-action: ${ID}`, "content-type: application/x-www-form-urlencoded"],
    body: '0=["$F1"]&1={"id":"x","bound":null}',
  },
  {
    name: "an action called by a script, in parts",
    headers: [`next-action: ${ID}`, "content-type: multipart/form-data; boundary=x", "rsc: 1"],
    body: MULTIPART,
  },
  {
    name: "a form whose action is on the server",
    headers: ["content-type: multipart/form-data; boundary=x"],
    body: MULTIPART,
  },
  {
    name: "a form of fields alone",
    headers: ["content-type: application/x-www-form-urlencoded"],
    body: `%24ACTION_ID_${ID}=`,
  },
  {
    name: "React's own type",
    headers: ["content-type: text/x-component", "rsc: 1"],
    body: '0:["$F1"]\n',
  },
  {
    name: "a request that calls itself the proxy's",
    headers: [
      "content-type: multipart/form-data; boundary=x",
      "x-middleware-subrequest: proxy:proxy:proxy:proxy:proxy",
      "x-middleware-subrequest-id: 1",
      "x-middleware-invoke: 1",
      "x-nextjs-data: 1",
      "x-matched-path: /login",
      "x-invoke-path: /login",
      "x-invoke-status: 200",
      "x-now-route-matches: 1=login",
      "next-resume: 1",
      "purpose: prefetch",
    ],
    body: MULTIPART,
  },
];

/** What a serverless host takes for a file of its own, whatever the method; nothing of it reads a body. */
const FILE = /^\/(icon\.svg|favicon\.ico|apple-touch-icon\.png)(\?|$)/;

const METHODS = ["POST", "PUT", "PATCH", "DELETE"];

/** Sends one; the target may be what no client library would write. */
function send(
  port: number,
  method: string,
  target: string,
  { headers, body }: Kind,
): Promise<Answer> {
  const lines = [
    `host: localhost:${port}`,
    "connection: close",
    "sec-fetch-site: same-origin",
    ...headers,
  ];
  const head = [
    `${method} ${target} HTTP/1.1`,
    ...lines,
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return exchange({
    port,
    bytes: Buffer.from(`${head.join("\r\n")}\r\n\r\n${body}`),
    patience: 15_000,
  });
}

/** As `npm start` runs it, or as a serverless host does, without a server of ours. */
async function startedApp(lab: Lab, serverless: boolean) {
  const [port = 0] = await servicePorts(process.pid * 3 + (serverless ? 331 : 332), 1);
  const next = [
    process.execPath,
    join(ROOT, "node_modules/next/dist/bin/next"),
    "start",
    "--port",
    String(port),
  ];
  const app = await startApp({
    env: {
      ...lab.local.env,
      PORT: String(port),
      ...(serverless && { VERCEL: "1", TRUSTED_PROXY_HOPS: "1" }),
    },
    dev: false,
    program: serverless ? next : undefined,
  });
  return { port, stop: () => app.stop() };
}

for (const serverless of [false, true])
  test(`a body is refused where there is no form, ${serverless ? "on a serverless host" : "behind our server"}`, async ({
    lab,
  }) => {
    const { port, stop } = await startedApp(lab, serverless);
    try {
      const strange: string[] = [];
      for (const kind of KINDS)
        for (const path of PATHS)
          for (const target of [path, `http://localhost:${port}${path}`]) {
            const answers = await Promise.all(
              METHODS.map((method) => send(port, method, target, kind)),
            );
            for (const [at, { status }] of answers.entries())
              if ((status < 300 || status >= 500) && !(serverless && FILE.test(path)))
                strange.push(`${METHODS[at]} ${target} ${status}: ${kind.name}`);
          }
      expect(strange).toEqual([]);
    } finally {
      await stop();
    }
  });
