import { EventEmitter, once as next } from "node:events";
import { describe, expect, it } from "vitest";
import {
  type Answer,
  CUT,
  drip,
  type Script,
  SILENCE,
  scripted,
} from "@/e2e/support/unit/scripted-smtp";
import type { Email } from "@/lib/email";
import { createMailer, MailRefused } from "./send";
import { createTransport, greets } from "./transport";

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

const KEEPS = [false, true];

describe.concurrent.each(KEEPS)(
  "a mail server, connections to which are kept: %s, that",
  (keeps) => {
    it.each(FAULTS)("%s", async (_, script, expected) => {
      const { emailServer, idle } = await scripted(script);
      const begun = performance.now();

      const refusal = await refusalFrom(emailServer, ANA, patienceFor(expected), keeps);

      expect(performance.now() - begun).toBeLessThan(WITHIN);
      expect(refusal).toMatchObject(expected);
      expect(refusal.smtpCode).toBe(expected.smtpCode);
      await idle();
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
      const mailer = mailerOver(emailServer, { connect: 1_500, total: 3_000 }, keeps);
      const all = next(hung, "all");
      const hanging = Array.from({ length: 10 }, () => mailer.send(mail).catch((e: unknown) => e));
      await all;

      await mailer.send(mail);

      const refusals = await Promise.all(hanging);
      expect(refusals.every((refusal) => refusal instanceof MailRefused)).toBe(true);
    });
  },
);

describe.concurrent("a mail server that", () => {
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

function mailerOver(emailServer: string, patience: typeof SHORT, keeps = false) {
  const emailFrom = "Alegra Facturación <ingreso@correo.ejemplo.com>";
  const server = { emailServer, emailFrom, origin: ORIGIN };
  return createMailer(server, patience, createTransport(server, patience, keeps));
}

async function refusalFrom(
  emailServer: string,
  to = ANA,
  patience = PATIENT,
  keeps = false,
): Promise<MailRefused> {
  const outcome = await mailerOver(emailServer, patience, keeps)
    .send({ ...mail, to })
    .catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(MailRefused);
  return outcome as MailRefused;
}
