import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { freshAddress, inbox } from "@/e2e/support/unit";
import { type Email, parseEmail } from "@/lib/email";
import { magicLinkLetter } from "../magic-link/letter";
import { MailRefused, mailReachable, sendMail } from "./send";

const URL_OF_LINK = "http://localhost:3000/login/link?token=pR3-_x";

afterEach(() => inbox.fault({ mode: "none" }));

describe("the magic link, over the mail server of the settings", () => {
  it("arrives as it was written, with its one link", async () => {
    const to = someone();
    const letter = letterTo(to);
    await sendMail({ to, ...letter }, "magic-link");

    const mail = await inbox.wait(to);
    expect(mail.subject).toBe(letter.subject);
    expect(mail.text.trim()).toBe(letter.text.trim());
    expect(mail.html.trim()).toBe(letter.html.trim());
    expect(new Set(mail.links)).toEqual(new Set([URL_OF_LINK]));
  });

  it.each([
    ["refuse", { reason: "refused", smtpCode: 421 }],
    ["reject-recipient", { reason: "refused", smtpCode: 550 }],
    ["reject-data", { reason: "refused", smtpCode: 452 }],
    ["drop", { reason: "unreachable" }],
    ["hang", { reason: "timeout" }],
  ] as const)(
    "is refused within ten seconds when the server does %s, and arrives afterwards",
    async (mode, expected) => {
      const to = someone();
      await inbox.fault({ mode });
      const begun = performance.now();

      const outcome = await sendMail({ to, ...letterTo(to) }, "magic-link").catch(
        (error: unknown) => error,
      );

      expect(performance.now() - begun).toBeLessThan(10_000);
      expect(outcome).toBeInstanceOf(MailRefused);
      expect(outcome).toMatchObject(expected);
      await inbox.fault({ mode: "none" });
      await sendMail({ to, ...letterTo(to) }, "magic-link");
      expect((await inbox.wait(to)).to).toEqual([to]);
      expect(await inbox.mails(to)).toHaveLength(1);
    },
  );

  it("arrives from a slow server too", async () => {
    const to = someone();
    await inbox.fault({ mode: "slow", ms: 1_500 });
    await sendMail({ to, ...letterTo(to) }, "magic-link");
    expect((await inbox.wait(to)).to).toEqual([to]);
  });
});

it("is refused by a class that the caller knows, where the module is loaded twice", async () => {
  const to = someone();
  await sendMail({ to, ...letterTo(to) }, "magic-link");
  vi.resetModules();
  const again = await import("./send");
  expect(again.MailRefused).not.toBe(MailRefused);
  await inbox.fault({ mode: "refuse" });
  await expect(again.sendMail({ to, ...letterTo(to) }, "magic-link")).rejects.toBeInstanceOf(
    again.MailRefused,
  );
});

it("is refused without a word of the mail or its address in the log", async () => {
  const to = someone();
  await inbox.fault({ mode: "reject-recipient" });
  const mail = { to, ...letterTo(to) };
  const program = `import { sendMail } from "./lib/mail/send";
    await sendMail(${JSON.stringify(mail)}, "notice").catch((refusal) => console.error(refusal));`;
  const args = ["--import", "tsx", "--input-type=module", "-e", program];
  const env = { ...process.env, LOG_LEVEL: "trace" };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env });

  expect(stdout).toContain("mail: not handed over");
  expect(stderr).toContain("MailRefused");
  for (const secret of [to, "pR3-_x", "012345", "Medellín"])
    expect(stdout + stderr).not.toContain(secret);
});

it("the health check sees whether the server greets", async () => {
  expect(await mailReachable()).toBe(true);
  await inbox.fault({ mode: "refuse" });
  expect(await mailReachable()).toBe(false);
});

function someone(): Email {
  const parsed = parseEmail(freshAddress());
  if (!parsed.ok) throw new Error(parsed.refusal);
  return parsed.address;
}

function letterTo(address: Email) {
  const asked = { device: "Firefox en Linux", place: "Medellín, Colombia", at: new Date() };
  return magicLinkLetter({ address, url: URL_OF_LINK, code: "012345", ...asked });
}
