import { EventEmitter, once as next } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import type { Email } from "@/lib/email";
import { createMailer, MailRefused } from "./send";
import { greets } from "./transport";

const ANA = "ana.perez+facturas@ejemplo.com" as Email;
const SECRET = "token-que-nadie-debe-leer";
const mail = {
  to: ANA,
  language: "es" as const,
  subject: "Tu link mágico: ñandú, corazón y 12 €",
  text: `Ábrelo: http://localhost:3000/login/link?token=${SECRET}\n`,
  html: `<p>Ábrelo: <a href="http://localhost:3000/login/link?token=${SECRET}&amp;a=b">aquí</a></p>`,
};
const ORIGIN = "http://localhost:3000";
/** for a server that must be waited for in vain */
const SHORT = { connect: 400, total: 800 };
/** for one that answers, which it may do late beside so many others */
const PATIENT = { connect: 5_000, total: 5_000 };
const WITHIN = 3_000;

type Script = Partial<Record<"CONN" | "EHLO" | "AUTH" | "MAIL" | "RCPT" | "DATA" | "DOT", Answer>>;
type Answer = string | ((socket: Socket) => void);

const SILENCE = () => {};
const CUT = (socket: Socket) => socket.destroy();
const drip = (text: string) => (socket: Socket) => {
  const timer = setInterval(() => socket.write(text), 40);
  socket.on("close", () => clearInterval(timer));
};

const FAULTS: [string, Script, { reason: string; smtpCode?: number; step?: string }][] = [
  ["greets with 421", { CONN: "421 busy" }, { reason: "refused", smtpCode: 421, step: "CONN" }],
  ["greets with 554", { CONN: "554 no" }, { reason: "refused", smtpCode: 554, step: "CONN" }],
  ["never greets", { CONN: SILENCE }, { reason: "timeout", step: "CONN" }],
  ["greets letter by letter", { CONN: drip("2") }, { reason: "timeout" }],
  ["greets line by line", { CONN: drip("220-hi\r\n") }, { reason: "timeout" }],
  ["hangs up at once", { CONN: CUT }, { reason: "unreachable" }],
  ["never answers EHLO", { EHLO: SILENCE }, { reason: "timeout" }],
  ["hangs up at EHLO", { EHLO: CUT }, { reason: "unreachable" }],
  ["refuses the sender", { MAIL: "451 later" }, { reason: "refused", smtpCode: 451 }],
  [
    "does not know the recipient",
    { RCPT: `550 5.1.1 <${ANA}> no such user` },
    { reason: "refused", smtpCode: 550, step: "RCPT TO" },
  ],
  ["greylists the recipient", { RCPT: "450 later" }, { reason: "refused", smtpCode: 450 }],
  ["never answers RCPT", { RCPT: SILENCE }, { reason: "timeout" }],
  ["refuses DATA", { DATA: "451 no" }, { reason: "refused", smtpCode: 451, step: "DATA" }],
  ["has no room", { DOT: "452 full" }, { reason: "refused", smtpCode: 452, step: "DATA" }],
  ["rejects what it says", { DOT: `554 ${SECRET}` }, { reason: "refused", smtpCode: 554 }],
  ["never says that it took it", { DOT: SILENCE }, { reason: "timeout" }],
  ["takes it line by line", { DOT: drip("250-ok\r\n") }, { reason: "timeout" }],
  ["hangs up in the middle", { DATA: CUT }, { reason: "unreachable" }],
  ["hangs up at the end", { DOT: CUT }, { reason: "unreachable" }],
];

const open: Server[] = [];
afterAll(() => {
  for (const server of open) server.close(() => {});
});

describe.concurrent("a mail server that", () => {
  it.each(FAULTS)("%s", async (_, script, expected) => {
    const { emailServer, idle } = await scripted(script);
    const begun = performance.now();

    const refusal = await refusalFrom(emailServer, ANA, patienceFor(expected));

    expect(performance.now() - begun).toBeLessThan(WITHIN);
    expect(refusal).toMatchObject(expected);
    expect(refusal.smtpCode).toBe(expected.smtpCode);
    await idle();
  });

  it.each<[string, Script, { reason: string; smtpCode?: number }]>([
    ["never greets", { CONN: SILENCE }, { reason: "timeout" }],
    ["greets with 421", { CONN: "421 busy" }, { reason: "refused", smtpCode: 421 }],
    ["hangs up", { CONN: CUT }, { reason: "unreachable" }],
    ["knows no other letters than ASCII", {}, { reason: "refused" }],
  ])("%s, where the address is in other letters", async (_, script, expected) => {
    const { emailServer, idle } = await scripted(script);
    const begun = performance.now();
    const jose = "josé@ejemplo.com" as Email;
    const refusal = await refusalFrom(emailServer, jose, patienceFor(expected));
    expect(performance.now() - begun).toBeLessThan(WITHIN);
    expect(refusal).toMatchObject(expected);
    await idle();
  });

  it("is not there", async () => {
    const { emailServer, close } = await scripted({});
    await close();
    expect(await refusalFrom(emailServer)).toMatchObject({ reason: "unreachable" });
  });

  it("has a name that nobody knows", async () => {
    const { reason } = await refusalFrom("smtp://correo.invalid:25");
    expect(["unreachable", "timeout"]).toContain(reason);
  });

  it("refuses our password", async () => {
    const { port } = await scripted({ EHLO: "250-x\r\n250 AUTH PLAIN", AUTH: "535 no" });
    const refusal = await refusalFrom(`smtp://ingreso:${SECRET}@127.0.0.1:${port}`);
    expect(refusal).toMatchObject({ reason: "refused", smtpCode: 535 });
  });

  it("hangs for some mails holds up no other", async () => {
    const hung = new EventEmitter();
    let seen = 0;
    const greet: Answer = (socket) => {
      seen += 1;
      if (seen > 10) socket.write("220 hi\r\n");
      if (seen === 10) hung.emit("all");
    };
    const { emailServer } = await scripted({ CONN: greet });
    const mailer = mailerOver(emailServer, { connect: 1_500, total: 3_000 });
    const all = next(hung, "all");
    const hanging = Array.from({ length: 10 }, () => mailer.send(mail).catch((e: unknown) => e));
    await all;

    await mailer.send(mail);

    const refusals = await Promise.all(hanging);
    expect(refusals.every((refusal) => refusal instanceof MailRefused)).toBe(true);
  });
});

describe("a refusal", () => {
  it.each([
    ["at the recipient", { RCPT: `550 <${ANA}> unknown` }],
    ["of the words", { DOT: `554 spam: ${SECRET}` }],
  ])("%s repeats neither the address nor the mail", async (_, script) => {
    const { emailServer } = await scripted(script);
    const refusal = await refusalFrom(emailServer);
    const told = `${refusal.stack} ${JSON.stringify(refusal)} ${String(refusal.cause)}`;
    expect(told).not.toContain("ejemplo.com");
    expect(told).not.toContain(SECRET);
  });
});

describe.concurrent("the health check", () => {
  it("says yes to a server that greets, and leaves no connection", async () => {
    const { emailServer, idle } = await scripted({});
    expect(await greets({ emailServer, origin: ORIGIN }, 5_000)).toBe(true);
    await idle();
  });

  it.each<[string, Script]>([
    ["refuses", { CONN: "554 no" }],
    ["hangs", { CONN: SILENCE }],
    ["drips", { CONN: drip("220-hi\r\n") }],
    ["hangs after its greeting", { EHLO: SILENCE }],
    ["drips after its greeting", { EHLO: drip("250-hi\r\n") }],
    ["hangs up", { CONN: CUT }],
  ])("says no in time to a server that %s", async (_, script) => {
    const { emailServer, idle } = await scripted(script);
    const begun = performance.now();
    expect(await greets({ emailServer, origin: ORIGIN }, 400)).toBe(false);
    expect(performance.now() - begun).toBeLessThan(WITHIN);
    await idle();
  });
});

const patienceFor = ({ reason }: { reason: string }) => (reason === "timeout" ? SHORT : PATIENT);

function mailerOver(emailServer: string, patience: typeof SHORT) {
  const emailFrom = "Alegra Facturación <ingreso@correo.ejemplo.com>";
  return createMailer({ emailServer, emailFrom, origin: ORIGIN }, patience);
}

async function refusalFrom(
  emailServer: string,
  to = ANA,
  patience = PATIENT,
): Promise<MailRefused> {
  const outcome = await mailerOver(emailServer, patience)
    .send({ ...mail, to })
    .catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(MailRefused);
  return outcome as MailRefused;
}

/** A server that does as it is told at each step, and well at the others. */
async function scripted(script: Script) {
  const sockets = new Set<Socket>();
  const well: Script = { CONN: "220 hi", EHLO: "250 hi", DATA: "354 go on" };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    const answer = (step: string) => {
      const said = script[step as keyof Script] ?? well[step as keyof Script] ?? "250 ok";
      if (typeof said === "string") socket.write(`${said}\r\n`);
      else said(socket);
    };
    let inData = false;
    let rest = "";
    socket.on("data", (chunk) => {
      const lines = (rest + chunk.toString()).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const step = line.slice(0, 4).toUpperCase();
        if (inData && line !== ".") continue;
        answer(inData ? "DOT" : step);
        inData = !inData && step === "DATA" && script.DATA === undefined;
      }
    });
    answer("CONN");
  });
  const port = await listening(server);
  return {
    port,
    emailServer: `smtp://127.0.0.1:${port}`,
    /** Every connection is over. */
    idle: () => Promise.all([...sockets].map((socket) => next(socket, "close"))),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await next(server, "listening");
  open.push(server);
  const at = server.address();
  return typeof at === "object" && at !== null ? at.port : 0;
}
