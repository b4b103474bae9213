import { describe, expect, it } from "vitest";
import { startMailServer } from "@/e2e/support/unit/mail-server";
import { providerFindings } from "./provider";

const origin = "https://ingreso.example.com";
const emailFrom = "Alegra <ingreso@example.com>";

describe("the doctor", () => {
  it("names the switch of a provider that no header of a mail reaches", async () => {
    const emailServer = "smtp://user:hunter2@smtp-relay.brevo.com:587";
    const findings = await providerFindings({ origin, emailFrom, emailServer });
    expect(findings.map(({ gravity, todo }) => [gravity, todo])).toEqual([
      ["note", expect.stringContaining("Brevo")],
    ]);
    expect(JSON.stringify(findings)).not.toContain("hunter2");
  });

  it("has nothing to say of one that a header reaches", async () => {
    const emailServer = "smtp://smtp.sendgrid.net:587";
    expect(await providerFindings({ origin, emailFrom, emailServer })).toEqual([]);
  });

  it.each([
    [true, ["broken"]],
    [false, []],
  ])(
    "says when the sender cannot be handed over (SMTPUTF8 hidden: %s)",
    async (hidden, expected) => {
      const { emailServer } = await startMailServer({ hideSMTPUTF8: hidden });
      const findings = await providerFindings({
        ...{ origin, emailServer },
        emailFrom: "Alegra <josé@example.com>",
      });
      expect(findings.map(({ gravity }) => gravity)).toEqual(expected);
    },
  );
});
