export type InboxKind = "gmail" | "outlook" | "mail";

export type Provider = {
  name: string;
  kind: InboxKind;
  domains: RegExp;
  /** ends of its mail servers' names, for customers' domains */
  mx: readonly string[];
  /** its inbox, at a search for our mail where possible; arguments URI-encoded */
  inbox: (recipient: string, sender: string) => string;
};

const COUNTRIES =
  "ar|at|au|be|bo|br|ca|ch|cl|co|cr|cu|cz|de|dk|do|ec|es|eu|fi|fr|gr|gt|hk|hn|hu|id|ie|il|in|it|jp|kr|lv|mx|my|nl|no|ni|nz|pa|pe|ph|pl|pr|pt|py|ro|se|sg|sk|sv|th|tr|tw|uk|us|uy|ve|vn|za";
const everywhere = (brands: string, others = "") =>
  new RegExp(
    `^(?:(?:${brands})\\.(?:com|(?:com?\\.)?(?:${COUNTRIES}))${others && `|${others.replaceAll(".", "\\.")}`})$`,
  );
const exactly = (...domains: string[]) =>
  new RegExp(`^(?:${domains.join("|").replaceAll(".", "\\.")})$`);

/** The order counts where one provider's mail servers are named under another's. */
export const providers: readonly Provider[] = [
  {
    name: "Gmail",
    kind: "gmail",
    domains: exactly("gmail.com", "googlemail.com", "google.com"),
    mx: ["google.com", "googlemail.com"],
    // `/mail/u/<address>/` stopped working in 2026; `authuser` takes the address too.
    inbox: (recipient, sender) =>
      `https://mail.google.com/mail/?authuser=${recipient}#search/from%3A(${sender})+in%3Aanywhere+newer_than%3A1h`,
  },
  {
    name: "Outlook.com",
    kind: "outlook",
    domains: everywhere("hotmail|outlook|live", "msn.com|windowslive.com|passport.com"),
    mx: ["olc.protection.outlook.com"],
    inbox: (recipient) => `https://outlook.live.com/mail/?login_hint=${recipient}`,
  },
  {
    name: "Microsoft 365",
    kind: "outlook",
    domains: /^(?:[^.]+\.onmicrosoft\.com|microsoft\.com)$/,
    mx: ["mail.protection.outlook.com", "mx.microsoft"],
    inbox: (recipient) => `https://outlook.office.com/mail/?login_hint=${recipient}`,
  },
  {
    name: "AOL",
    kind: "mail",
    domains: everywhere("aol", "aim.com"),
    mx: ["mx-aol.mail.gm0.yahoodns.net", "aol.com"],
    inbox: (_, sender) => `https://mail.aol.com/d/search/keyword=from%3A${sender}`,
  },
  {
    name: "Yahoo",
    kind: "mail",
    domains: everywhere("yahoo", "ymail.com|rocketmail.com|myyahoo.com"),
    mx: ["yahoodns.net"],
    inbox: (_, sender) => `https://mail.yahoo.com/d/search/keyword=from%3A${sender}`,
  },
  {
    name: "iCloud",
    kind: "mail",
    domains: exactly("icloud.com", "me.com", "mac.com"),
    mx: ["mail.icloud.com"],
    inbox: () => "https://www.icloud.com/mail",
  },
  {
    name: "Proton",
    kind: "mail",
    domains: exactly("proton.me", "protonmail.com", "protonmail.ch", "pm.me"),
    mx: ["protonmail.ch", "proton.ch"],
    inbox: (_, sender) => `https://mail.proton.me/u/0/all-mail#from=${sender}`,
  },
  {
    name: "Zoho",
    kind: "mail",
    domains: exactly("zoho.com", "zohomail.com"),
    mx: ["zoho.com"],
    inbox: () => "https://mail.zoho.com/zm/",
  },
  {
    name: "Zoho Europe",
    kind: "mail",
    domains: exactly("zoho.eu", "zohomail.eu"),
    mx: ["zoho.eu"],
    inbox: () => "https://mail.zoho.eu/zm/",
  },
  {
    name: "Fastmail",
    kind: "mail",
    domains: exactly("fastmail.com", "fastmail.fm", "fastmail.es", "fastmail.com.au"),
    mx: ["messagingengine.com"],
    inbox: (_, sender) => `https://app.fastmail.com/mail/search:from%3A${sender}+date%3Atoday/`,
  },
  {
    name: "HEY",
    kind: "mail",
    domains: exactly("hey.com"),
    mx: ["hey.com"],
    inbox: () => "https://app.hey.com/topics/everything",
  },
  {
    name: "Mail.ru",
    kind: "mail",
    domains: exactly("mail.ru", "inbox.ru", "list.ru", "bk.ru", "internet.ru"),
    mx: ["mail.ru"],
    inbox: (_, sender) => `https://e.mail.ru/search/?q_from=${sender}`,
  },
  {
    name: "Yandex",
    kind: "mail",
    domains: exactly("yandex.com", "yandex.ru", "ya.ru"),
    mx: ["yandex.net", "yandex.ru"],
    inbox: () => "https://mail.yandex.com/",
  },
  {
    name: "GMX",
    kind: "mail",
    domains: exactly("gmx.com", "gmx.es", "gmx.us", "gmx.co.uk"),
    mx: [],
    inbox: () => "https://www.gmx.com/",
  },
  {
    name: "Tuta",
    kind: "mail",
    domains: exactly("tuta.com", "tuta.io", "tutanota.com", "tutamail.com"),
    mx: ["tutanota.de"],
    inbox: () => "https://app.tuta.com/",
  },
];

export function providerOfDomain(domain: string): Provider | undefined {
  return providers.find(({ domains }) => domains.test(domain));
}

export function providerOfMx(hosts: readonly string[]): Provider | undefined {
  const ofHost = (host: string) =>
    providers.find(({ mx }) => mx.some((end) => host === end || host.endsWith(`.${end}`)));
  return hosts.map(ofHost).find((provider) => provider !== undefined);
}
