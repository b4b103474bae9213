/** JSON as it stands: nodemailer would write a long value in encoded words, which no provider reads as JSON. */
const json = (value: object) => ({ prepared: true, value: JSON.stringify(value) });
const OFF = { settings: { enable: 0 } };

/**
 * Each provider's own way of being told to leave a mail's links as they are, and to add no picture: a rewritten link
 * leads elsewhere first, is kept by others, and is opened by their machines. Sent with every mail, whichever server
 * takes it: behind a relay of one's own nobody knows who delivers, and the others pass over a header that is not theirs.
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

/** Who has no such header: by the end of the mail server's name, what its owner switches off instead. */
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

/**
 * What is to be switched off at the provider that no header of a mail reaches.
 * @param host of `EMAIL_SERVER`
 * @returns null where the headers do, or nobody is known
 */
export function trackingSwitch(host: string): string | null {
  return SWITCHES.find(([servers]) => servers.test(host.toLowerCase()))?.[1] ?? null;
}
