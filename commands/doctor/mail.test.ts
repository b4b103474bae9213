import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterAll, describe, expect, it } from "vitest";
import { certificateFor } from "@/e2e/support/unit/certificates";
import { someone } from "@/e2e/support/unit/people";
import { mailAdvice } from "@/lib/mail/advice";
import { createMailer, MailRefused } from "@/lib/mail/send";
import { mailFindings } from "./mail";

const PASSWORD = "clave-muy-secreta";
const ORIGIN = "https://ingreso.example.com";
const opened: SMTPServer[] = [];
const certificate = await certificateFor("mail.internal");

afterAll(() => {
  for (const server of opened) server.close();
});

/** A mail server with a certificate that it made itself. @returns its host and port */
async function server(options: SMTPServerOptions = {}): Promise<string> {
  const made = new SMTPServer({ authOptional: true, logger: false, ...certificate, ...options });
  made.on("error", () => undefined);
  opened.push(made);
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  return `localhost:${(made.server.address() as AddressInfo).port}`;
}

/** What the doctor says of it, in one line. */
async function said(emailServer: string): Promise<string> {
  const [{ gravity, says, todo } = { gravity: "", says: "", todo: "" }, ...more] =
    await mailFindings({ emailServer, origin: ORIGIN });
  expect(more).toEqual([]);
  expect(`${says} ${todo}`).not.toContain(PASSWORD);
  return `${gravity}: ${says} → ${todo}`;
}

/** How a mail ends, by the advice for its refusal. */
async function sent(emailServer: string): Promise<string> {
  const from = { emailServer, emailFrom: "ingreso@example.com", origin: ORIGIN };
  const language = "es" as const;
  const mail = { to: someone(), language, subject: "s", text: "t", html: "<p>t</p>" };
  const ended = await createMailer(from, { connect: 5000, total: 8000 })
    .send(mail)
    .catch((fault: unknown) => fault);
  if (!(ended instanceof MailRefused)) return "handed over";
  const { says, todo } = mailAdvice(ended, emailServer);
  return `${says} → ${todo}`;
}

describe("a mail server on this machine with a certificate of its own making", () => {
  it("takes mail from us, who have no password to lose", async () => {
    const at = await server();
    expect(await said(`smtp://${at}`)).toMatch(/^ok: /);
    expect(await sent(`smtp://${at}`)).toBe("handed over");
    expect(await sent(`smtp://${at.replace("localhost", "127.0.0.1")}`)).toBe("handed over");
  });

  it("takes it by smtps too", async () => {
    const at = await server({ secure: true });
    expect(await said(`smtps://${at}`)).toMatch(/^ok: /);
    expect(await sent(`smtps://${at}`)).toBe("handed over");
  });

  it("gets no password before its authority is named, and that is what is said", async () => {
    for (const [scheme, secure] of [
      ["smtp", false],
      ["smtps", true],
    ] as const)
      expect(await said(`${scheme}://ana:${PASSWORD}@${await server({ secure })}`)).toMatch(
        /^broken: localhost:\d+ shows a certificate that no authority .*SELF_SIGNED.* → .*NODE_EXTRA_CA_CERTS=\/path\/of\/it.pem in the environment that node is started with, not in \.env/,
      );
  });
});

describe("the doctor says of a mail server", () => {
  it("that it speaks TLS first, where the address says smtp", async () => {
    expect(await said(`smtp://${await server({ secure: true })}`)).toMatch(
      /speaks TLS first.* → write smtps:\/\//,
    );
  });

  it("that it does not speak TLS first, where the address says smtps", async () => {
    expect(await said(`smtps://${await server()}`)).toMatch(
      /does not speak TLS first.* → write smtp:\/\//,
    );
  });

  it("that it refuses the password, and how signs are written in one", async () => {
    const at = await server({ onAuth: (_, __, done) => done(new Error("no")) });
    expect(await said(`smtp://ana:${PASSWORD}@${at}?tls.rejectUnauthorized=false`)).toMatch(
      /refuses us \(535\) → correct the user and password .*write # as %23 \(\/ as %2F/,
    );
  });

  it("that nothing listens there, or that its name has no address", async () => {
    expect(await said("smtp://127.0.0.1:1")).toMatch(/nothing listens there \(ECONNREFUSED\) → /);
    expect(await said("smtp://correo.invalid")).toMatch(/cannot be reached.* → .*EMAIL_SERVER/);
  });
});

describe("the log says of a mail that was not taken", () => {
  const refusing = (responseCode: number) => (_: unknown, __: unknown, done: (e: Error) => void) =>
    done(Object.assign(new Error("no"), { responseCode }));

  it("that the sender is refused", async () => {
    expect(await sent(`smtp://${await server({ onMailFrom: refusing(553) })}`)).toMatch(
      /refuses the sender \(553\) → .*EMAIL_FROM/,
    );
  });

  it("that a relay wants a sign-in", async () => {
    expect(await sent(`smtp://${await server({ onRcptTo: refusing(554) })}`)).toMatch(
      /takes no mail for others from us \(554\) → sign in/,
    );
    expect(await sent(`smtp://${await server({ authOptional: false })}`)).toMatch(
      /sign in|sign-in/,
    );
  });
});
