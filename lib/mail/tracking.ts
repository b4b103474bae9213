/** Prepared, since nodemailer would write a long value in encoded words, which providers do not read. */
const json = (value: object) => ({ prepared: true, value: JSON.stringify(value) });
const OFF = { settings: { enable: 0 } };

/**
 * Each provider's header against link and open tracking: a rewritten link leads elsewhere first, is stored there, and opened by
 * machines. All are sent with every mail, since a relay may stand in front of any provider, and each ignores the others'.
 */
export const UNTRACKED = {
  // SendGrid
  "X-SMTPAPI": json({ filters: { clicktrack: OFF, opentrack: OFF } }),
  // Mailgun
  "X-Mailgun-Track": "no",
  "X-Mailgun-Track-Clicks": "no",
  "X-Mailgun-Track-Opens": "no",
  // Mandrill: names what is on, so that "none" is nothing
  "X-MC-Track": "none",
  // Postmark
  "X-PM-TrackLinks": "None",
  "X-PM-TrackOpens": "false",
  // Mailjet
  "X-Mailjet-TrackClick": "0",
  "X-Mailjet-TrackOpen": "0",
  // SparkPost
  "X-MSYS-API": json({ options: { click_tracking: false, open_tracking: false } }),
};

/** Providers without such a header: what an owner switches off there instead. */
const SWITCHES: [servers: RegExp, todo: string][] = [
  [
    /^email-smtp[.-].*\.amazonaws\.com(\.cn)?$/,
    "leave click and open events out of SES's configuration set, and engagement tracking out of Virtual Deliverability Manager",
  ],
  [/\.(brevo|sendinblue)\.com$/, "ask Brevo's support to turn click tracking off"],
  [/\.resend\.com$/, "at Resend leave click and open tracking off: Domains, Configuration"],
  [
    /\.mailersend\.(net|com)$/,
    "at MailerSend turn off Track clicks and Track opens: Domains, Manage",
  ],
  [
    /\.elasticemail\.com$/,
    "at Elastic Email turn off Track Clicks and Track Opens: Settings, Sending",
  ],
  [/\.smtp2go\.com$/, "at SMTP2GO turn off click and open tracking: Settings, Tracking"],
  [/\.mailtrap\.io$/, "at Mailtrap leave click and open tracking off: Sending Domains, Tracking"],
  [/\.zeptomail\.[a-z.]+$/, "at ZeptoMail turn off click and open tracking of the mail agent"],
];

/** What to switch off at a provider without such a header; null for the others. @param host of `EMAIL_SERVER` */
export function trackingSwitch(host: string): string | null {
  return SWITCHES.find(([servers]) => servers.test(host.toLowerCase()))?.[1] ?? null;
}
