import { startApp } from "@/local/app";
import { servicePorts } from "@/local/ports";
import { Cookies } from "@/testing/cookies";
import { PASSWORD } from "@/testing/person/password";
import { tokenIn } from "@/testing/program";
import { expect, test } from "../support/fixtures";

// Our server answers for next-auth before Next sees it; a serverless host has Next's routes alone. One handler, two hosts.

/** What says how an answer travels, or of which request it is; and what our server says of every answer. */
const OF_THE_HOST = new Set([
  ...[
    "date",
    "connection",
    "keep-alive",
    "transfer-encoding",
    "content-length",
    "content-encoding",
  ],
  ...["x-request-id", "x-content-type-options"],
]);
const OWN_TO_NEXT = /^(rsc|next-.*|accept-encoding)$/;
const FORM = { "content-type": "application/x-www-form-urlencoded" };
const OURS = { "sec-fetch-site": "same-origin" };
const PROGRAM = { ...OURS, accept: "application/json" };

const cleanUps: (() => Promise<void>)[] = [];
test.afterEach(() => Promise.all(cleanUps.splice(0).map((stop) => stop())));

type Asked = [path: string, init?: RequestInit, form?: Record<string, string>];

/** An answer without what differs from one to the next: moments, tokens, seconds left. */
async function told(response: Response) {
  const headers = [...response.headers].flatMap(([name, value]): [string, string][] => {
    if (OF_THE_HOST.has(name)) return [];
    if (name === "set-cookie") return [[name, value.replace(/(_[\da-f]{32})?=[^;]+/, "=…")]];
    if (name !== "vary") return [[name, value.replace(/^\d+$/, "n")]];
    const names = value.split(", ").filter((one) => !OWN_TO_NEXT.test(one.toLowerCase()));
    return names.length > 0 ? [[name, names.join(", ").toLowerCase()]] : [];
  });
  const body = (await response.text())
    .replace(/("expires":|"csrfToken":)"[^"]+"/g, "$1…")
    .replace(/\b(token|state|nonce|code_challenge)=[^&"]+/g, "$1")
    .replace(/\b\d{1,3}\b/g, "n")
    .replace(/nonce(-|=")[\w+/=]+/g, "nonce");
  return { status: response.status, headers: headers.map((pair) => pair.join(": ")).sort(), body };
}

test("what is asked of next-auth is answered alike by our server and by Next alone", async ({
  lab,
  address,
  person,
}) => {
  const people = [address, `otra-${address}`];
  for (const one of people) await person({ email: one });
  const [port = 0] = await servicePorts(process.pid * 3 + 501, 1);
  const routes = await startApp({
    env: { ...lab.local.env, PORT: `${port}` },
    dev: false,
    program: [process.execPath, "node_modules/next/dist/bin/next", "start", "-p", `${port}`],
  });
  cleanUps.push(routes.stop);
  const both = [lab.app, routes.url];
  const send = (host: string, [path, init = {}, form]: Asked) =>
    fetch(`${host}/api/auth${path}`, {
      redirect: "manual",
      ...init,
      headers: { ...(form ? { ...OURS, ...FORM } : {}), ...init.headers },
      ...(form && { method: "POST", body: new URLSearchParams(form).toString() }),
    });
  const alike = async (of: (host: string, at: number) => Asked | Promise<Asked>) => {
    const answers = [];
    for (const [at, host] of both.entries()) answers.push(await send(host, await of(host, at)));
    const [ours, theirs] = await Promise.all(answers.map((answer) => told(answer.clone())));
    expect(ours).toEqual(theirs);
    return answers;
  };

  const ana = { email: address, password: PASSWORD };
  const [entered] = await alike(() => ["/callback/credentials", { headers: PROGRAM }, ana]);
  const cookie = new Cookies().keep(entered as Response).header;

  const asked: Asked[] = [
    ["/session"],
    ["/session?x=1", { headers: { cookie } }],
    ["/session", { method: "HEAD", headers: { cookie } }],
    ["/session", { headers: { cookie: cookie.replace(/session=[^;]+/, "session=none") } }],
    ...["PUT", "PATCH", "DELETE", "OPTIONS", "POST"].map(
      (method): Asked => ["/session", { method, headers: { ...OURS, "accept-language": "en" } }],
    ),
    ["/csrf"],
    ["/providers", { headers: { "accept-encoding": "gzip" } }],
    ...["/signin", "/signin/email", "/signout", "/error", "/verify-request"].map(
      (path): Asked => [`${path}?error=OAuthSignin&callbackUrl=%2Fcuenta`],
    ),
    ["/callback/email?token=x"],
    ["/callback/google", { method: "HEAD" }],
    ["/callback/google?error=access_denied&state=x"],
    ["/callback/credentials"],
    ["/nothing", { headers: PROGRAM }],
    ["/callback/credentials", {}, { ...ana, password: "otra clave cualquiera" }],
    ["/callback/credentials", { headers: PROGRAM }, { email: "a", password: "" }],
    ["/callback/credentials", { headers: { "sec-fetch-site": "cross-site" } }, ana],
    ["/callback/email", { headers: PROGRAM }, { token: "x" }],
    ["/callback/email", { headers: PROGRAM }, { code: "123456" }],
    ["/signin/email", { headers: { ...PROGRAM, "accept-language": "pt" } }, { email: "nobody" }],
    ["/signin/email", { headers: PROGRAM }, { email: "a".repeat(17_000) }],
    [
      "/signin/email",
      {
        method: "POST",
        headers: { ...PROGRAM, "content-type": "application/json" },
        body: '{"email":',
      },
    ],
    [
      "/signin/email",
      { method: "POST", headers: { ...PROGRAM, "content-type": "text/plain" }, body: "x" },
    ],
    ["/signin/google", { headers: PROGRAM }, {}],
    ["/signout", { headers: { ...OURS, cookie: "" } }, {}],
  ];
  for (const one of asked) await alike(() => one);

  const mailbox = (at: number) => `${at}-${address}`;
  for (const headers of [{}, PROGRAM, {}])
    await alike((_, at) => ["/signin/email", { headers }, { email: mailbox(at) }]);
  await lab.database.age("2 minutes");
  await lab.inbox.fault({ mode: "refuse" });
  await alike((_, at) => ["/signin/email", { headers: PROGRAM }, { email: mailbox(at) }]);
  await lab.inbox.fault({ mode: "none" });
  const tokens: string[] = [];
  for (const [at, host] of both.entries()) {
    const email = people[at] ?? "";
    const known = (await lab.inbox.mails(email)).at(-1)?.id;
    await send(host, ["/signin/email", {}, { email }]);
    tokens.push(tokenIn(await lab.inbox.wait(email, known)));
  }
  for (const headers of [{}, PROGRAM])
    await alike((_, at) => ["/callback/email", { headers }, { token: tokens[at] ?? "" }]);
  await alike(() => ["/signout", { headers: { cookie } }, {}]);
  const ended = await send(lab.app, ["/session", { headers: { cookie } }]);
  expect(await ended.json()).toEqual({});
});
