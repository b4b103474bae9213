import { servicePorts } from "@/local/ports";
import { PASSWORD } from "@/testing/person/password";
import { Program, tokenIn } from "@/testing/program";
import { expect, test } from "../support/fixtures";
import { Collector } from "../support/lab/collector";
import { register } from "../support/lab/person";

// What leaves the process when OpenTelemetry's own variables ask for it, and what never does.

/** A documentation address (RFC 5737), which the proxy in front says. */
const FROM = "203.0.113.77";
const WRONG = "otra clave que no es";
/** Somebody outside would like to choose what is traced. */
const STRANGERS_TRACE = "0af7651916cd43dd8448eb211c80319c";
const STRANGERS = `00-${STRANGERS_TRACE}-b7ad6b7169203331-01`;
/** in milliseconds, with slack for a busy machine: far less than the ten seconds that an export may take */
const SOON = 8000;

test("what happens is told, and never to whom", async ({ lab, address }) => {
  const slowed = `lento-${address}`;
  await register(lab.app, lab.inbox, address);
  await lab.database.sql(
    `insert into "TryThrottle" (address, failures, "slowedUntil")
      values ($1, 10, clock_timestamp() + interval '1 hour')`,
    [slowed],
  );
  const collector = await Collector.start();
  const [port = 0] = await servicePorts(process.pid * 3 + 301, 1);
  const app = await lab.local.join(port, {
    TRUSTED_PROXY_HOPS: "1",
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
  });
  const program = await Program.at(app.url, { "x-forwarded-for": FROM, traceparent: STRANGERS });
  const signIn = async (email: string, password: string) =>
    (await program.post("/api/auth/callback/credentials", { email, password })).status();

  const link = async () => {
    const known = (await lab.inbox.mails(address)).at(-1)?.id;
    await program.post("/api/auth/signin/email", { email: address });
    return tokenIn(await lab.inbox.wait(address, known));
  };
  const token = await link();
  expect(await signIn(address, PASSWORD)).toBe(200);
  expect(await signIn(address, WRONG)).toBe(401);
  expect(await signIn(slowed, WRONG)).toBe(429);
  expect((await program.context.get(`/login/link?token=${token}`)).status()).toBe(200);
  expect((await program.post("/api/auth/callback/email", { token })).status()).toBe(200);
  expect((await program.post("/api/auth/callback/email", { token })).status()).toBe(401);
  expect((await program.post("/api/auth/signin/email", { email: address })).status()).toBe(429);
  await lab.inbox.fault({ mode: "refuse" });
  const refused = await program.post("/recuperar/enviar", { email: address });
  await lab.inbox.fault({ mode: "none" });
  expect(refused.status()).toBe(502);
  const logged = app.output();
  await app.stop(); // a minute before the next report would be due: the last words come with the end

  const { series, spans, everything } = collector;
  collector.stop();
  expect(series).toMatchObject({
    "ingreso.sign_ins{method=password,outcome=entered}": 1,
    "ingreso.sign_ins{method=password,outcome=wrong}": 1,
    "ingreso.sign_ins{method=password,outcome=throttled}": 1,
    "ingreso.sign_ins{method=magic-link,outcome=entered}": 1,
    "ingreso.sign_ins{method=magic-link,outcome=dead-link}": 1,
    "ingreso.throttled{limit=tries-slowed}": 1,
    "ingreso.throttled{limit=send-gap}": 1,
    "ingreso.mails{kind=magic-link,outcome=handed-over}": 1,
    "ingreso.mails{kind=reset,outcome=refused}": 1,
    "ingreso.mail.duration{kind=reset,outcome=refused}": 1,
    "ingreso.sessions.started{method=password}": 1,
    "ingreso.sessions.started{method=email}": 1,
    "ingreso.sessions.ended": 1,
    "ingreso.hash.duration": 2,
    "ingreso.hash.wait": 2,
    "ingreso.hash.running": 0,
    "ingreso.hash.waiting": 0,
  });

  // one trace: the proxy's pass, the door, what it costs; found by the id that the answer and the log carry
  const id = refused.headers()["x-request-id"];
  const trace = spans.filter(({ attributes }) => attributes["ingreso.request_id"] === id);
  expect(new Set(trace.map(({ traceId }) => traceId)).size).toBe(1);
  expect(trace.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["middleware POST", "POST /recuperar/enviar", "mail", "select User"]),
  );
  expect(trace.find(({ name }) => name === "mail")).toMatchObject({
    attributes: { "ingreso.mail.kind": "reset", "error.type": "MailRefused" },
    status: { code: 2 },
  });
  expect(logged).toContain(`"request":"${id}","trace_id":"${trace[0]?.traceId}"`);
  expect(spans.filter(({ name }) => name === "hash")).toHaveLength(2);
  expect(spans.map(({ name }) => name)).toContain("GET /login/link");

  const secrets = [address, slowed, token, PASSWORD, WRONG, FROM, "127.0.0.1", STRANGERS_TRACE];
  const told = secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]);
  expect([...told, "token="].filter((secret) => everything.includes(secret))).toEqual([]);
});

/** A module that prints at its process's end what of OpenTelemetry a process has loaded. */
const WITNESS = `data:text/javascript,${encodeURIComponent(`
  import { createRequire } from "node:module";
  const { cache } = createRequire(process.cwd() + "/");
  process.on("exit", () => {
    const loaded = Object.keys(cache).flatMap((file) => /@opentelemetry.([\\w-]+)/.exec(file)?.[1] ?? []);
    console.log("loaded: " + [...new Set(loaded)].sort().join());
  });`)}`;

test("nothing but its interface is loaded unasked, and a collector that hangs harms nobody", async ({
  lab,
}) => {
  const collector = await Collector.start();
  collector.mode = "hangs";
  const [one = 0, other = 0] = await servicePorts(process.pid * 3 + 401, 2);
  const NODE_OPTIONS = `--import=${WITNESS}`;
  const [unasked, asked] = await Promise.all([
    lab.local.join(one, { NODE_OPTIONS }),
    lab.local.join(other, {
      NODE_OPTIONS,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_BSP_SCHEDULE_DELAY: "50",
      OTEL_METRIC_EXPORT_INTERVAL: "50",
    }),
  ]);
  await collector.came(2);
  for (const app of [unasked, asked]) {
    const begun = performance.now();
    const program = await Program.at(app.url);
    const tried = await program.post("/api/auth/callback/credentials", {
      email: "nadie@ejemplo.com",
      password: WRONG,
    });
    expect(tried.status()).toBe(401);
    expect((await program.context.get("/login")).status()).toBe(200);
    expect(performance.now() - begun).toBeLessThan(SOON);
  }
  await Promise.all([unasked.stop(), asked.stop()]);
  collector.stop();
  // they came to their own end, within the five seconds that the guard gives
  expect(unasked.output()).toMatch(/^loaded: (api)?$/m);
  expect(asked.output()).toMatch(/^loaded: .*sdk-metrics.*$/m);
});
