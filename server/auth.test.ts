import { once } from "node:events";
import { createServer, request as http, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { getServerSession } from "next-auth";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { AUTH, browser } from "@/e2e/support/unit/auth";
import { PASSWORD, withPassword } from "@/e2e/support/unit/passwords";
import { newPerson, someone, stranger } from "@/e2e/support/unit/people";
import { tell } from "@/e2e/support/unit/settings";
import { Wire } from "@/e2e/support/unit/wire";
import { authOptions } from "@/lib/auth/options";
import { cookieName } from "@/lib/http/cookies";
import { notify } from "@/lib/notice/notify";
import { newToken } from "@/lib/secrets";
import { endSession } from "@/lib/session/end";
import { answeredHere, answerHere, doneHere } from "./before-next";

let wire: Wire;
const server = createServer((request, response) => {
  const path = answeredHere(request);
  if (path) void answerHere(path, request, response);
  else response.writeHead(418).end();
});
const origin = () => `http://localhost:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  wire = await Wire.to(database.url);
  tell({ DATABASE_URL: wire.url });
  server.listen(0);
  await once(server, "listening");
});
afterAll(() => server.close());

/** A browser with a session, and its `Cookie`. */
async function signedIn() {
  const { address } = await withPassword();
  const caller = browser();
  await caller.post(`${AUTH}/callback/credentials`, { email: address, password: PASSWORD });
  const cookie = [...caller.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  return { address, caller, cookie };
}

const OURS = { "sec-fetch-site": "same-origin", accept: "application/json" };
const FORM = { "content-type": "application/x-www-form-urlencoded" };

describe("a session", () => {
  it("is told to next-auth's own client and to a page as next-auth tells it", async () => {
    vi.stubEnv("NEXTAUTH_URL", origin());
    const { getSession } = await import("next-auth/react");
    vi.unstubAllEnvs();
    const { address, caller, cookie } = await signedIn();
    const req = { headers: { cookie } };
    const told = await getSession({ req });
    expect(told).toMatchObject({ user: { email: address }, expires: expect.stringMatching(/Z$/) });

    const cookies = Object.fromEntries(caller.cookies);
    const run = {
      method: "email",
      client: stranger(),
      sessionToken: newToken(),
      steps: {},
    } as const;
    const options = authOptions({ ...run, google: null, admitted: null, session: null });
    const response = { getHeader: () => undefined, setHeader: () => undefined };
    const served = await getServerSession(
      { headers: {}, cookies } as never,
      response as never,
      options,
    );
    expect(Object.keys(told ?? {})).toEqual(Object.keys(served ?? {}));
    expect(told?.user).toEqual(served?.user);
    const apart = Date.parse(told?.expires ?? "") - Date.parse(served?.expires ?? "");
    expect(Math.abs(apart)).toBeLessThan(60_000);

    await endSession(caller.cookies.get(cookieName("session")));
    expect(await getSession({ req })).toBeNull();
  });

  it("is asked for in the bytes that the route answers", async () => {
    const { caller, cookie } = await signedIn();
    const withoutMoment = (text: string) => text.replace(/"expires":"[^"]+"/, "");
    const said = await fetch(`${origin()}${AUTH}/session`, { headers: { cookie } });
    const ofRoute = await caller.get(`${AUTH}/session`);
    expect(withoutMoment(await said.text())).toBe(withoutMoment(await ofRoute.text()));
    const planted = [said, ofRoute].map(({ headers }) =>
      headers.getSetCookie().map((line) => line.replace(/=[^;]+/, "")),
    );
    expect(planted[0]).toEqual(planted[1]);
    for (const name of ["content-type", "cache-control"])
      expect([name, said.headers.get(name)]).toEqual([name, ofRoute.headers.get(name)]);
  });
});

describe("what is no known address of next-auth is Next's", () => {
  it.each(["/session/", "/%73ession", "/nothing", "/SESSION", ""])("%s", async (path) => {
    expect((await fetch(`${origin()}${AUTH}${path}`)).status).toBe(418);
  });
});

describe("a body", () => {
  /** Sends a body in pieces, of no said length. */
  async function streamed(pieces: number, path = "signin/email"): Promise<number | undefined> {
    const headers = { ...OURS, ...FORM };
    const sending = http(`${origin()}${AUTH}/${path}`, { method: "POST", headers });
    for (let piece = 0; piece < pieces; piece += 1) sending.write("a".repeat(1024));
    const [answer] = (await once(sending.end(), "response")) as [IncomingMessage];
    return answer.resume().statusCode;
  }

  it("of up to 16 KiB is read, and a longer one is answered while it still comes", async () => {
    expect(await streamed(16)).toBe(422);
    expect(await streamed(17)).toBe(413);
    expect(await streamed(2000)).toBe(413);
  });

  it("whose sender goes away is acted on by nobody", async () => {
    const address = someone();
    const headers = { ...OURS, ...FORM, "content-length": 1000 };
    const sending = http(`${origin()}${AUTH}/signin/email`, { method: "POST", headers });
    sending.on("error", () => undefined).write(`email=${encodeURIComponent(address)}`);
    const [received] = (await once(server, "request")) as [IncomingMessage];
    sending.destroy();
    await new Promise((resolve) => received.once("close", resolve));
    expect((await fetch(`${origin()}${AUTH}/session`)).status).toBe(200);
    expect(await inbox.mails(address)).toHaveLength(0);
  });
});

it("what is due to be told is told after the reply, and waited for at the end", async () => {
  const { address } = await newPerson();
  await notify("new-device", address, stranger());
  const body = new URLSearchParams({ email: someone() });
  await fetch(`${origin()}${AUTH}/signin/email`, { method: "POST", headers: OURS, body });
  await inbox.wait(address);
  await doneHere();
  expect(await inbox.mails(address)).toHaveLength(1);
});

it("what was done for who did not wait for the reply is told all the same", async () => {
  const { address } = await signedIn();
  const body = new URLSearchParams({ email: address, password: PASSWORD });
  const headers = { ...OURS, ...FORM };
  const sending = http(`${origin()}${AUTH}/callback/credentials`, { method: "POST", headers });
  sending.on("error", () => undefined).end(body.toString());
  const [received] = (await once(server, "request")) as [IncomingMessage];
  await once(received, "end");
  received.socket.destroy();
  const told = await inbox.wait(address);
  expect(told.subject).toContain("nuevo");
});

it("while the database is away a program and a person are told so, whatever they ask", async () => {
  const { cookie } = await signedIn();
  const headers = { ...OURS, cookie };
  wire.cut();
  try {
    for (const [method, path] of [
      ["GET", "session"],
      ["POST", "signin/email"],
      ["POST", "callback/credentials"],
    ] as const) {
      const answer = await fetch(`${origin()}${AUTH}/${path}`, { method, headers });
      expect([path, answer.status, answer.headers.get("retry-after")]).toEqual([path, 503, "5"]);
      expect(await answer.json()).toMatchObject({ error: "Away" });
    }
    const page = await fetch(`${origin()}${AUTH}/signin`, { headers: { accept: "text/html" } });
    expect([page.status, page.headers.get("content-encoding")]).toEqual([503, "gzip"]);
    expect(await page.text()).toContain("<!doctype html>");
  } finally {
    wire.mode = "whole";
  }
});
