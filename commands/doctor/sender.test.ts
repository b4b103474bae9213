import { describe, expect, it } from "vitest";
import { startNameServer } from "@/e2e/support/unit/name-server";
import { senderFindings } from "./sender";
import { createTxtLookup } from "./txt";

/** What is found of a sender, as `spf ok`, with a name server that knows these records. */
async function found(from: string, records: Record<string, string[] | null>) {
  const server = await startNameServer(records);
  const findings = await senderFindings(from, createTxtLookup([server], 300));
  return findings.map(({ check, gravity }) => `${check} ${gravity}`);
}

const FROM = "Alegra <ingreso@correo.alegra.com>";
const SPF = "v=spf1 include:_spf.example.com ~all";
const DMARC = "v=DMARC1; p=quarantine; rua=mailto:dmarc@alegra.com";
const AT = "correo.alegra.com";

describe.concurrent("the sender's domain", () => {
  it("is well with SPF, and with DMARC at the domain it is below", async () => {
    const records = { [AT]: ["google-site-verification=x", SPF], "_dmarc.alegra.com": [DMARC] };
    expect(await found(FROM, records)).toEqual(["spf ok", "dkim note", "dmarc ok"]);
  });

  it("is warned of without either", async () => {
    expect(await found(FROM, { [AT]: ["hello"] })).toEqual([
      "spf warning",
      "dkim note",
      "dmarc warning",
    ]);
  });

  it.each([
    ["two of them", [SPF, "v=spf1 -all"]],
    ["everybody in it", ["v=spf1 +all"]],
    ["everybody in it, by default", ["v=spf1 include:a.example all"]],
  ])("has no use for SPF with %s", async (_, records) => {
    expect((await found(FROM, { [AT]: records }))[0]).toBe("spf warning");
  });

  it("has a note when DMARC only watches", async () => {
    const records = { [AT]: [SPF], [`_dmarc.${AT}`]: ["v=DMARC1;p=none"] };
    expect((await found(FROM, records))[2]).toBe("dmarc note");
  });

  it("reads a record that came in parts", async () => {
    const long = `v=spf1 ${"ip4:192.0.2.1 ".repeat(25)}-all`;
    expect((await found(FROM, { [AT]: [long] }))[0]).toBe("spf ok");
  });

  it("cannot be known when nobody answers, and that is said in time", async () => {
    const silent = { [AT]: null, [`_dmarc.${AT}`]: null, "_dmarc.alegra.com": null };
    const begun = performance.now();
    expect(await found(FROM, silent)).toEqual(["spf warning", "dkim note", "dmarc warning"]);
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  it.each(["Alegra <ingreso@localhost>", "a@b.example", "a@correo.test"])(
    "is not looked up when it is nobody's: %s",
    async (from) => {
      expect(await found(from, {})).toEqual(["spf note"]);
    },
  );
});
