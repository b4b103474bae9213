import { afterAll, describe, expect, it } from "vitest";
import { type Answer, CUT, type Script, SILENCE, scripted } from "@/e2e/support/unit/scripted-smtp";
import type { Email } from "@/lib/email";
import { createMailer } from "./send";
import { createTransport } from "./transport";

const mail = {
  to: "ana@ejemplo.com" as Email,
  language: "es" as const,
  subject: "Tu link mágico",
  text: "Ábrelo\n",
  html: "<p>Ábrelo</p>",
};
const DEADLINES = { connect: 2_000, total: 4_000 };
/** in milliseconds: how long a server that does not answer RSET is waited for, and a mail to take */
const SOON = 2_500;

const open: { close(): void }[] = [];
afterAll(() => {
  for (const transport of open) transport.close();
});

async function sending(script: Script = {}, keeps = true) {
  const server = await scripted(script);
  const { emailServer } = server;
  const settings = {
    emailServer,
    emailFrom: "ingreso@ejemplo.com",
    origin: "http://localhost:3000",
  };
  const transport = createTransport(settings, DEADLINES, keeps);
  open.push(transport);
  const { send } = createMailer(settings, DEADLINES, transport);
  return { ...server, close: () => transport.close(), send: () => send(mail) };
}

/** Another answer the second time. */
const second = (then: Answer): Answer => {
  let times = 0;
  return (socket) => {
    times += 1;
    if (times !== 2) socket.write("250 ok\r\n");
    else if (typeof then === "string") socket.write(`${then}\r\n`);
    else then(socket);
  };
};

describe.concurrent("a kept connection to the mail server", () => {
  it("takes one mail after another", async () => {
    const { send, reached } = await sending();
    for (let mails = 0; mails < 5; mails += 1) await send();
    expect(reached).toMatchObject({ CONN: 1, EHLO: 1, RSET: 4, DOT: 5 });
  });

  it("takes no more than fifty", async () => {
    const { send, reached } = await sending();
    for (let mails = 0; mails < 51; mails += 1) await send();
    expect(reached).toMatchObject({ CONN: 2, DOT: 51 });
  });

  it("is waited for by no mail of the same instant", async () => {
    const { send, reached } = await sending();
    await Promise.all(Array.from({ length: 20 }, send));
    expect(reached).toMatchObject({ CONN: 20, DOT: 20 });
    await Promise.all(Array.from({ length: 5 }, send));
    expect(reached).toMatchObject({ CONN: 20, DOT: 25 });
  });

  it("signs in once", async () => {
    const { reached, port } = await scripted({ EHLO: "250-x\r\n250 AUTH PLAIN", AUTH: "235 ok" });
    const emailServer = `smtp://ana:clave@127.0.0.1:${port}`;
    const settings = { emailServer, emailFrom: "a@ejemplo.com", origin: "http://localhost:3000" };
    const transport = createTransport(settings, DEADLINES, true);
    const { send } = createMailer(settings, DEADLINES, transport);
    for (let mails = 0; mails < 3; mails += 1) await send(mail);
    expect(reached).toMatchObject({ CONN: 1, AUTH: 1, DOT: 3 });
    transport.close();
  });

  it("that the server has closed is replaced at once", async () => {
    const { send, reached, hangUp } = await sending();
    await send();
    await hangUp();
    await send();
    expect(reached).toMatchObject({ CONN: 2, DOT: 2 });
  });

  it.each<[string, Script]>([
    ["is closed at the next word", { RSET: CUT }],
    ["has no answer any more", { RSET: SILENCE }],
    ["is tired of us", { MAIL: second("421 too many") }],
    ["has had its mails", { RCPT: second("451 not here") }],
    ["is closed before the mail is said", { MAIL: second(CUT) }],
  ])("that %s is replaced, and the mail is sent once", async (_, script) => {
    const { send, reached } = await sending(script);
    await send();
    const begun = performance.now();
    await send();
    expect(performance.now() - begun).toBeLessThan(SOON);
    expect(reached).toMatchObject({ CONN: 2, DOT: 2 });
  });

  it.each<[string, Script, object]>([
    ["does not know the recipient", { RCPT: second("550 no") }, { smtpCode: 550 }],
    ["is closed in the middle of the mail", { DOT: second(CUT) }, { reason: "unreachable" }],
    ["never says that it took the mail", { DOT: second(SILENCE) }, { reason: "timeout" }],
  ])("that %s is not replaced: the mail might come twice, or in vain", async (_, script, why) => {
    const { send, reached } = await sending(script);
    await send();
    await expect(send()).rejects.toMatchObject(why);
    expect(reached.CONN).toBe(1);
  });

  it("ends with the process", async () => {
    const { send, idle, close } = await sending();
    await Promise.all([send(), send()]);
    close();
    await idle();
  });
});

it("where none is kept each mail has its own, which ends with it", async () => {
  const { send, reached, idle } = await sending({}, false);
  await send();
  await idle();
  await send();
  expect(reached).toMatchObject({ CONN: 2, DOT: 2 });
  expect(reached.RSET).toBeUndefined();
});
