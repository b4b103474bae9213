import { describe, expect, it } from "vitest";
import { startMailServer } from "@/e2e/support/unit/mail-server";
import type { Email } from "@/lib/email";
import { magicLinkLetter } from "../magic-link/letter";
import { createMailer, DEADLINES } from "./send";
import { trackingSwitch } from "./tracking";

const OPT_OUTS: [provider: string, header: string, value: unknown][] = [
  [
    "SendGrid",
    "x-smtpapi",
    {
      filters: {
        clicktrack: { settings: { enable: 0 } },
        opentrack: { settings: { enable: 0 } },
      },
    },
  ],
  ["Mailgun", "x-mailgun-track", "no"],
  ["Mailgun", "x-mailgun-track-clicks", "no"],
  ["Mailgun", "x-mailgun-track-opens", "no"],
  ["Mandrill", "x-mc-track", "none"],
  ["Postmark", "x-pm-tracklinks", "None"],
  ["Postmark", "x-pm-trackopens", "false"],
  ["Mailjet", "x-mailjet-trackclick", "0"],
  ["Mailjet", "x-mailjet-trackopen", "0"],
  ["SparkPost", "x-msys-api", { options: { click_tracking: false, open_tracking: false } }],
];

describe("a mail", () => {
  it("tells every big provider to leave its link as it is", async () => {
    const { emailServer, mails } = await startMailServer();
    const emailFrom = "Alegra <ingreso@ejemplo.com>";
    const mailer = createMailer(
      { emailServer, emailFrom, origin: "https://ingreso.example.com" },
      DEADLINES,
    );
    const address = "ana@ejemplo.com" as Email;
    const asked = { device: "Firefox en Linux", place: null, at: new Date() };
    const url = "https://ingreso.example.com/login/link?token=abc";
    await mailer.send({
      to: address,
      ...magicLinkLetter({ address, url, code: "012345", ...asked }),
    });

    const headers = mails[0]?.parsed.headers;
    for (const [provider, name, value] of OPT_OUTS) {
      const said = String(headers?.get(name));
      const read = typeof value === "string" ? said : JSON.parse(said);
      expect([provider, name, read]).toEqual([provider, name, value]);
    }
    // Amazon SES has an attribute instead
    expect(mails[0]?.parsed.html).toContain(`<a ses:no-track class="go" href="${url}"`);
  });
});

describe("the switch of a provider without such a header", () => {
  it.each([
    ["email-smtp.sa-east-1.amazonaws.com", "SES"],
    ["email-smtp-fips.us-east-1.amazonaws.com", "SES"],
    ["smtp-relay.brevo.com", "Brevo"],
    ["smtp-relay.sendinblue.com", "Brevo"],
    ["smtp.resend.com", "Resend"],
    ["smtp.mailersend.net", "MailerSend"],
    ["smtp.elasticemail.com", "Elastic Email"],
    ["mail.smtp2go.com", "SMTP2GO"],
    ["live.smtp.mailtrap.io", "Mailtrap"],
    ["SMTP.ZeptoMail.com", "ZeptoMail"],
  ])("at %s is named: %s", (host, name) => {
    expect(trackingSwitch(host)).toContain(name);
  });

  it.each(["smtp.sendgrid.net", "smtp.mailgun.org", "localhost", "notbrevo.com"])(
    "is not named where there is none: %s",
    (host) => {
      expect(trackingSwitch(host)).toBeNull();
    },
  );
});
