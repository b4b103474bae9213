import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { Collector } from "@/e2e/support/lab/collector";
import { database, google, inbox } from "@/e2e/support/unit";
import { AUTH, browser, said } from "@/e2e/support/unit/auth";
import { Caller, PROGRAM } from "@/e2e/support/unit/caller";
import { OWN, SIGNED_OUT } from "@/e2e/support/unit/endpoints";
import * as atGoogle from "@/e2e/support/unit/google";
import { PASSWORD, whileHashesWait, withPassword } from "@/e2e/support/unit/passwords";
import { newPerson, someone, stranger } from "@/e2e/support/unit/people";
import { tell } from "@/e2e/support/unit/settings";
import { mint } from "@/e2e/support/unit/tokens";
import type { Email } from "../email";
import { GoogleAway } from "../google/discovery";
import { cookieName } from "../http/cookies";
import { handlePost } from "../http/endpoint";
import { reserveEmail } from "../rate-limit/emails";
import { countInSubnet } from "../rate-limit/subnets";
import { startSession } from "../session/start";
import { flushTelemetry } from "../telemetry/end";
import { startTelemetry } from "../telemetry/start";

let collector: Collector;

beforeAll(async () => {
  collector = await Collector.start();
  Object.assign(process.env, {
    OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: `${collector.url}/v1/metrics`,
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
    OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: "delta",
  });
  await startTelemetry();
});
afterAll(() => collector.stop());
afterEach(async () => {
  await google.fault({ mode: "none" });
  await inbox.fault({ mode: "none" });
});

/** What is told of an act, and of nothing before it. */
async function toldOf(
  act: () => Promise<unknown>,
  metric: string,
): Promise<Record<string, number>> {
  await flushTelemetry();
  await act();
  await flushTelemetry();
  const told = Object.entries(collector.series).filter(([name]) => name.startsWith(`${metric}{`));
  return Object.fromEntries(told.map(([name, count]) => [name.slice(metric.length), count]));
}

const signInsOf = (act: () => Promise<unknown>) => toldOf(act, "ingreso.sign_ins");
const once = (method: string, outcome: string) => ({
  [`{method=${method},outcome=${outcome}}`]: 1,
});

const password = (email: string, typed = PASSWORD) =>
  browser().post(`${AUTH}/callback/credentials`, { email, password: typed });
const repeated = () =>
  browser().send(`${AUTH}/callback/email`, {
    method: "POST",
    body: new URLSearchParams([
      ["token", "a"],
      ["token", "b"],
    ]),
  });
const link = (token: string) => browser().post(`${AUTH}/callback/email`, { token });

async function code(address: Email, wrong = false) {
  const caller = browser();
  await caller.post(`${AUTH}/signin/email`, { email: address });
  const right = /^\d{6}$/m.exec((await inbox.wait(address)).text)?.[0] ?? "";
  const typed = wrong ? `${(Number(right) + 1) % 1_000_000}`.padStart(6, "0") : right;
  return caller.post(`${AUTH}/callback/email`, { code: typed });
}

async function withGoogle(account: { email: string; email_verified?: boolean }) {
  return atGoogle.signIn(browser(), (await google.add(account)).sub);
}

const post = (path: keyof typeof SIGNED_OUT, fields: Record<string, string>) =>
  new Caller(SIGNED_OUT[path].POST).post(path, fields);

describe("a sign-in is counted by its way in and its outcome", () => {
  const CASES: [string, string, () => Promise<unknown>][] = [
    ["password", "entered", async () => password((await withPassword()).address)],
    ["password", "wrong", () => password(someone())],
    ["password", "invalid", () => password("nobody")],
    ["password", "busy", () => whileHashesWait(() => password(someone()))],
    ["magic-link", "entered", async () => link((await mint((await newPerson()).address)).token)],
    ["magic-link", "registering", async () => link((await mint(someone())).token)],
    ["magic-link", "dead-link", async () => link((await mint(someone(), { life: 0 })).token)],
    ["magic-link", "dead-link", () => link("")],
    ["magic-link", "dead-link", repeated],
    ["code", "entered", async () => code((await newPerson()).address)],
    ["code", "wrong", async () => code((await newPerson()).address, true)],
    ["google", "entered", () => withGoogle({ email: someone("gmail.com") })],
    ["google", "registering", () => withGoogle({ email: someone(), email_verified: true })],
    ["google", "not-linked", async () => withGoogle({ email: (await newPerson()).address })],
    ["google", "refused", () => browser().get(`${AUTH}/callback/google?code=a&state=b`)],
    [
      "registration",
      "entered",
      async () => {
        const { token } = await mint(someone(), { purpose: "registration", life: 86_400 });
        return post("/registro/verificar/confirmar", { token });
      },
    ],
    [
      "registration",
      "entered",
      async () => {
        const { token } = await mint(someone());
        return post("/registro/crear", { token, name: "Ana" });
      },
    ],
    [
      "recovery",
      "entered",
      async () => {
        const { token } = await mint((await newPerson()).address, { purpose: "reset" });
        return post("/recuperar/nueva/guardar", { token, password: PASSWORD });
      },
    ],
  ];

  it.each(CASES)("%s: %s", async (method, outcome, act) => {
    // the link of `code` is asked for in the same act, and is no sign-in
    expect(await signInsOf(act)).toEqual(once(method, outcome));
  });

  it("google: away, when it does not say where its doors are", async () => {
    await google.fault({ mode: "down" });
    const act = () => browser().post(`${AUTH}/signin/google`);
    expect(await signInsOf(act)).toEqual(once("google", "away"));
  });

  it("who goes to Google to link it does not sign in", async () => {
    await google.fault({ mode: "down" });
    const { id, address } = await newPerson();
    const { token } = await startSession({ id, address }, "email", stranger());
    const act = async () => {
      const caller = new Caller(OWN["/cuenta/metodos/google/vincular"].POST, PROGRAM, {
        person: id,
      });
      caller.cookies.set(cookieName("session"), token);
      expect(await said(await caller.post("/cuenta"))).toMatchObject({ error: "OAuthSignin" });
    };
    expect(await signInsOf(act)).toEqual({});
  });

  it("who only asks for a link or an account does not sign in", async () => {
    const act = async () => {
      await browser().post(`${AUTH}/signin/email`, { email: someone() });
      await post("/registro/crear", {
        name: "Ana",
        email: someone(),
        password: PASSWORD,
      });
    };
    expect(await signInsOf(act)).toEqual({});
  });
});

it("on a host that may freeze this process all is told right after the answer", async () => {
  tell({ VERCEL: "1" });
  onTestFinished(() => tell({ VERCEL: undefined }));
  const before = collector.deliveries.length;
  await password(someone());
  expect(collector.deliveries.length).toBe(before + 1);
});

describe("a limit is named when it sends somebody away", () => {
  const THROTTLED = "ingreso.throttled";
  const full = (table: string, columns: string, values: string, address: string) =>
    database.sql(`insert into "${table}" (address, ${columns}) values ($1, ${values})`, [address]);

  it("of an address: its sends and its tries", async () => {
    const [address, off] = [someone(), someone()];
    const past = "clock_timestamp() - interval '2 minutes'";
    const window = ["'magic-link'", ...Array.from({ length: 5 }, () => past)].join();
    await full("SendThrottle", "purpose, sent1, sent2, sent3, sent4, sent5", window, address);
    await full("TryThrottle", "failures", "100", off);
    const act = async () => {
      await browser().post(`${AUTH}/signin/email`, { email: address });
      await password(off);
    };
    expect(await toldOf(act, THROTTLED)).toEqual({
      "{limit=send-window}": 1,
      "{limit=tries-off}": 1,
    });
  });

  it("of an address that registers again, before its password is hashed", async () => {
    const typed = { name: "Ana", email: someone(), password: PASSWORD };
    await post("/registro/crear", typed);
    const act = () => post("/registro/crear", typed);
    expect(await toldOf(act, THROTTLED)).toEqual({ "{limit=send-gap}": 1 });
  });

  it("of an address: its codes", async () => {
    const { address } = await newPerson();
    await full("TryThrottle", `"codesOffUntil"`, "clock_timestamp() + interval '1 day'", address);
    expect(await toldOf(() => code(address), THROTTLED)).toEqual({ "{limit=codes-off}": 1 });
  });

  it("of a network: its mails and its tries; and of this machine: its hashes", async () => {
    const act = async () => {
      const { subnet } = stranger();
      await database.sql(
        `insert into "RangeHit" (range, kind) select $1, kind from
        generate_series(1, 300), unnest(array['mail', 'try']) as kind`,
        [subnet],
      );
      await reserveEmail("magic-link", someone(), subnet);
      await countInSubnet(subnet);
      await whileHashesWait(() => password(someone()));
    };
    expect(await toldOf(act, THROTTLED)).toEqual({
      "{limit=mails-in-range}": 1,
      "{limit=tries-in-range}": 1,
      "{limit=hash-queue}": 1,
    });
  });
});

it("a bug is counted, by its class; an outage and a refusal are none", async () => {
  const fails = (fault: unknown) =>
    new Caller((request) => handlePost(request, () => Promise.reject(fault))).post(
      "/registro/crear",
    );
  const act = async () => {
    await fails(new TypeError("of somebody's address"));
    await fails(new GoogleAway());
    await password(someone());
  };
  expect(await toldOf(act, "ingreso.faults")).toEqual({
    "{type=TypeError,where=endpoint}": 1,
  });
});
