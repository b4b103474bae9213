import { describe, expect, it } from "vitest";
import type { Email } from "@/lib/email";
import type { MxLookup } from "./mx";
import { providers } from "./providers";
import { inboxOf } from "./webmail";

const SENDER = "Alegra <ingreso@correo.ejemplo.com>";
const nobody: MxLookup = () => Promise.resolve([]);
const servedBy =
  (...hosts: string[]) =>
  () =>
    Promise.resolve(hosts);
const inbox = (address: string, lookup = nobody) => inboxOf(address as Email, SENDER, lookup);

const GMAIL = "https://mail.google.com/mail/";
const OUTLOOK = "https://outlook.live.com/mail/";
const OFFICE = "https://outlook.office.com/mail/";
const YAHOO = "https://mail.yahoo.com/d/search/";

describe("by the address's domain", () => {
  const table: [start: string, kind: string, domains: string][] = [
    [GMAIL, "gmail", "gmail.com googlemail.com"],
    [
      OUTLOOK,
      "outlook",
      "hotmail.com hotmail.es hotmail.com.ar hotmail.com.mx hotmail.cl hotmail.com.br hotmail.co.uk hotmail.fr outlook.com outlook.es outlook.com.ar outlook.com.mx outlook.cl outlook.com.pe outlook.co outlook.pt live.com live.com.mx live.com.ar live.cl live.com.pe live.com.co msn.com windowslive.com",
    ],
    [OFFICE, "outlook", "empresa.onmicrosoft.com"],
    [
      YAHOO,
      "mail",
      "yahoo.com yahoo.es yahoo.com.mx yahoo.com.ar yahoo.com.co yahoo.com.pe yahoo.com.ve yahoo.cl yahoo.com.br yahoo.co.uk ymail.com rocketmail.com",
    ],
    ["https://www.icloud.com/mail", "mail", "icloud.com me.com mac.com"],
    [
      "https://mail.proton.me/u/0/all-mail#from=",
      "mail",
      "proton.me protonmail.com protonmail.ch pm.me",
    ],
    ["https://mail.aol.com/d/search/", "mail", "aol.com aol.es aol.com.mx aim.com"],
    ["https://mail.zoho.com/", "mail", "zoho.com zohomail.com"],
    ["https://app.fastmail.com/mail/search:", "mail", "fastmail.com fastmail.fm"],
    ["https://app.hey.com/", "mail", "hey.com"],
    ["https://e.mail.ru/search/?q_from=", "mail", "mail.ru inbox.ru list.ru bk.ru"],
    ["https://mail.yandex.com/", "mail", "yandex.com"],
    ["https://www.gmx.com/", "mail", "gmx.com gmx.es"],
    ["https://app.tuta.com/", "mail", "tuta.com tutanota.com"],
  ];
  const rows = table.flatMap(([start, kind, domains]) =>
    domains.split(" ").map((domain) => [domain, kind, start] as const),
  );

  it.each(rows)("%s: %s, %s", async (domain, kind, start) => {
    expect(await inbox(`ana@${domain}`)).toEqual({
      kind,
      href: expect.stringContaining(start),
    });
  });

  it.each(["ejemplo.com", "notgmail.com", "gmail.com.evil.co", "outlook.evil.es"])(
    "is not known at %s",
    async (domain) => {
      expect(await inbox(`ana@${domain}`)).toBeNull();
    },
  );
});

describe("by the domain's mail servers", () => {
  it.each([
    ["Google Workspace", GMAIL, "gmail", ["aspmx.l.google.com", "alt1.aspmx.l.google.com"]],
    ["the newer Google Workspace", GMAIL, "gmail", ["smtp.google.com"]],
    ["the older Google Workspace", GMAIL, "gmail", ["aspmx2.googlemail.com"]],
    ["Microsoft 365", OFFICE, "outlook", ["empresa-com.mail.protection.outlook.com"]],
    ["Microsoft 365 with DNSSEC", OFFICE, "outlook", ["empresa-com.a-v1.mx.microsoft"]],
    ["Outlook.com", OUTLOOK, "outlook", ["x-com.olc.protection.outlook.com"]],
    ["Yahoo", YAHOO, "mail", ["mta5.am0.yahoodns.net"]],
    ["AOL", "https://mail.aol.com/", "mail", ["mx-aol.mail.gm0.yahoodns.net"]],
    ["iCloud", "https://www.icloud.com/mail", "mail", ["mx01.mail.icloud.com"]],
    ["Proton", "https://mail.proton.me/", "mail", ["mail.protonmail.ch"]],
    ["Zoho", "https://mail.zoho.com/", "mail", ["mx2.zoho.com"]],
    ["Fastmail", "https://app.fastmail.com/", "mail", ["in1-smtp.messagingengine.com"]],
    ["a gate before Google", GMAIL, "gmail", ["gate.ejemplo.net", "aspmx.l.google.com"]],
  ])("%s", async (_, start, kind, hosts) => {
    expect(await inbox("ana@empresa.com.co", servedBy(...hosts))).toEqual({
      kind,
      href: expect.stringContaining(start),
    });
  });

  it.each([
    ["its own servers", ["mx.empresa.com.co"]],
    ["a look-alike", ["notgoogle.com", "google.com.evil.example"]],
    ["none", []],
  ])("it is not known: %s", async (_, hosts) => {
    expect(await inbox("ana@empresa.com.co", servedBy(...hosts))).toBeNull();
  });

  it("asks nobody about a domain that says it itself", async () => {
    const asked: string[] = [];
    const lookup = async (domain: string) => {
      asked.push(domain);
      return [];
    };
    await inbox("ana@gmail.com", lookup);
    await inbox("ana@empresa.com.co", lookup);
    expect(asked).toEqual(["empresa.com.co"]);
  });
});

describe("the right mailbox at the right search", () => {
  it("in Gmail, for this account and this sender", async () => {
    const found = await inbox("ana+luis&b@gmail.com");
    expect(found?.href).toBe(
      "https://mail.google.com/mail/?authuser=ana%2Bluis%26b%40gmail.com#search/from%3A(ingreso%40correo.ejemplo.com)+in%3Aanywhere+newer_than%3A1h",
    );
  });

  it("in Outlook, for this account", async () => {
    const found = await inbox("ana@hotmail.es");
    expect(found?.href).toBe("https://outlook.live.com/mail/?login_hint=ana%40hotmail.es");
  });

  it.each(providers)(
    "$name: an address that no part of a person's can leave",
    async ({ inbox }) => {
      const evil = encodeURIComponent(`"/../?a=b#c'<>@evil.example`);
      const { protocol, username, host } = new URL(inbox(evil, evil));
      expect(protocol).toBe("https:");
      expect(username).toBe("");
      expect(host).not.toContain("evil");
      expect(inbox(evil, evil)).not.toMatch(/["<>\s]/);
    },
  );
});
