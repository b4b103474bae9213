import { createTransport } from "nodemailer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mailpitBefore } from "@/e2e/support/lab/mailpit";
import { freshAddress, google, inbox } from "@/e2e/support/unit";
import { here } from "@/e2e/support/unit/here";
import { Mine } from "../mine";
import { inboxAt } from "./inbox-at";
import { Mailbox } from "./mailbox";
import { Mailpit } from "./mailpit";

const smtp = createTransport(here().smtp);
const send = (to: string, subject: string, text = "nada", html = "") =>
  smtp.sendMail({ from: "ingreso@localhost", to, subject, text, html });

let pit: Awaited<ReturnType<typeof mailpitBefore>>;
let below: typeof pit;
beforeAll(async () => {
  pit = await mailpitBefore(inbox);
  below = await mailpitBefore(inbox, "/correo");
});
afterAll(() => Promise.all([pit.stop(), below.stop()]));

describe.each([
  ["the local inbox", () => inboxAt(inbox.origin)],
  ["a Mailpit", () => inboxAt(pit.url)],
  ["a Mailpit below a path, behind a password", () => inboxAt(withPassword(below.url))],
])("a test's mailbox at %s", (_name, open) => {
  let mine: Mine;
  let mailbox: Mailbox;
  beforeEach(async () => {
    mine = new Mine();
    mailbox = new Mailbox(await open(), mine, Date.now());
  });

  it("gives each mail once, the oldest first, and waits for the one that is not there yet", async () => {
    await send(mailbox.address, "one");
    await send(mailbox.address, "two");
    expect((await mailbox.next()).subject).toBe("one");
    expect((await mailbox.next()).subject).toBe("two");
    const [third] = await Promise.all([mailbox.next(), send(mailbox.address, "three")]);
    expect(third.subject).toBe("three");
    expect((await mailbox.all()).map(({ subject }) => subject)).toEqual(["one", "two", "three"]);
  });

  it("hears of a mail to any of the test's addresses, and of none to somebody else", async () => {
    const [person, stranger] = [{ id: "1", email: freshAddress() }, freshAddress()];
    mine.addPerson(person);
    await send(stranger, "not yours");
    await send(`x${mailbox.address}`, "nor yours");
    const [mail] = await Promise.all([mailbox.next(), send(person.email, "yours")]);
    expect(mail.subject).toBe("yours");
    expect(await mailbox.all()).toHaveLength(1);
    expect((await mailbox.next(stranger)).subject).toBe("not yours");
    expect(mine.addresses).toContain(stranger);
  });

  it("leaves mails about something else for later", async () => {
    await send(mailbox.address, "a notice");
    await send(mailbox.address, "a link");
    expect((await mailbox.next(mailbox.address, { subject: /LINK/i })).subject).toBe("a link");
    expect((await mailbox.next({ email: mailbox.address })).subject).toBe("a notice");
  });

  it("an earlier mail to an address that others use too is not this test's", async () => {
    const shared = freshAddress();
    await send(shared, "yesterday's");
    const later = new Mailbox(await open(), mine, Date.parse((await inbox.wait(shared)).at) + 1);
    expect(await later.all(shared)).toEqual([]);
  });

  it("has the link with the token and the six digits as values, and says what a mail lacks", async () => {
    const link = "http://localhost:3000/login/link?token=a&callbackUrl=%2Fcuenta";
    const html = `<a href="http://localhost:3000/ayuda">x</a><a href="${link.replace("&", "&amp;")}">y</a>`;
    await send(mailbox.address, "both", `O escribe este código:\r\n\r\n123 456\r\n\r\nFin`, html);
    const both = await mailbox.next();
    expect([both.link, both.code]).toEqual([link, "123456"]);

    await send(mailbox.address, "none", "Call 123 456 now");
    const none = await mailbox.next();
    expect(() => none.link).toThrow(`"none" to ${mailbox.address} has no link with a token`);
    expect(() => none.code).toThrow(`"none" to ${mailbox.address} has no code`);
    expect(JSON.parse(JSON.stringify(none))).toMatchObject({ subject: "none" });
  });
});

it("which inbox answers is found out; what answers as none, or not at all, is said", async () => {
  expect(await inboxAt(inbox.origin)).not.toBeInstanceOf(Mailpit);
  expect(await inboxAt(`${withPassword(below.url)}/`)).toBeInstanceOf(Mailpit);
  await expect(inboxAt(below.url)).rejects.toThrow(/neither .*Mailpit that can be read.*401/);
  await expect(inboxAt(google.origin)).rejects.toThrow(/neither .*404/);
  await expect(inboxAt("http://localhost:1")).rejects.toThrow("nothing answers at localhost:1");
});

function withPassword(url: string): string {
  return url.replace("//", `//${["qa", "una clave"].map(encodeURIComponent).join(":")}@`);
}
