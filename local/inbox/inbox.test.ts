import { createTransport } from "nodemailer";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { servicePorts } from "../ports";
import { type Inbox, startInbox } from "./start";

let inbox: Inbox;

beforeAll(async () => {
  const [web = 0, smtp = 0] = await servicePorts(process.pid, 2);
  inbox = await startInbox(web, smtp);
});
afterAll(() => inbox.stop());
afterEach(async () => {
  await tell({ mode: "none" });
  await fetch(`${inbox.url}/api/mails`, { method: "DELETE" });
});

const tell = (fault: unknown) =>
  fetch(`${inbox.url}/api/fault`, { method: "POST", body: JSON.stringify(fault) });
const get = (path: string) => fetch(`${inbox.url}${path}`);

function send(mail: { to?: string; subject?: string; text?: string; html?: string } = {}) {
  const transport = createTransport({
    url: inbox.smtp,
    connectionTimeout: 800,
    greetingTimeout: 800,
    socketTimeout: 800,
  });
  return transport.sendMail({
    from: "Alegra <ingreso@localhost>",
    to: "ana@gmail.com",
    subject: "Tu link mágico",
    text: "hola",
    ...mail,
  });
}

describe("a mail", () => {
  it("arrives whole, with its links once each", async () => {
    const link = "http://localhost:3000/login/link?a=1&b=2";
    await send({
      to: "Ana@Gmail.com",
      text: `Abre ${link}. Adiós`,
      html: `<a href="${link.replace("&", "&amp;")}">Ingresar</a><a href="mailto:x@y.z">x</a><a href='https://ejemplo.com/?x=&#38;'>y</a>`,
    });
    const [mail] = await (await get("/api/mails")).json();
    expect(mail).toMatchObject({
      id: expect.any(Number),
      to: ["ana@gmail.com"],
      from: "ingreso@localhost",
      subject: "Tu link mágico",
      links: [link, "https://ejemplo.com/?x=&"],
    });
    expect(mail.text).toContain(link);
    expect(mail.html).toContain("Ingresar");
    expect(Date.parse(mail.at)).not.toBeNaN();
  });

  it("is found by its recipient, and by what came after an id or a moment", async () => {
    await send({ subject: "one" });
    await send({ subject: "two", to: "luis@outlook.com" });
    await send({ subject: "three" });
    const [one, two, three] = await (await get("/api/mails")).json();
    const subjects = async (query: string) =>
      (await (await get(`/api/mails?${query}`)).json()).map((mail: typeof one) => mail.subject);
    expect(await subjects("to=ANA@gmail.com")).toEqual(["one", "three"]);
    expect(await subjects(`after=${one.id}`)).toEqual(["two", "three"]);
    expect(await subjects(`to=ana@gmail.com&after=${two.id}`)).toEqual(["three"]);
    expect(await subjects(`after=${encodeURIComponent(three.at)}`)).toEqual([]);
    expect(await subjects("after=2020-01-01")).toHaveLength(3);
    expect(await subjects("after=0")).toHaveLength(3);
  });

  it("is told to whoever waits for it as soon as it arrives", async () => {
    const waiting = get("/api/wait?to=luis@outlook.com&ms=5000");
    await send({ to: "ana@gmail.com" });
    await send({ to: "luis@outlook.com", subject: "for luis" });
    expect(await (await waiting).json()).toMatchObject({ subject: "for luis" });
    expect(await (await get("/api/wait?ms=0")).json()).toMatchObject({ subject: "for luis" });
  });

  it("that does not come within the time is a 404 in JSON", async () => {
    const answer = await get("/api/wait?to=nadie@ejemplo.com&ms=50");
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ error: expect.any(String) });
  });

  it("is gone after DELETE", async () => {
    await send();
    const deleted = await fetch(`${inbox.url}/api/mails`, { method: "DELETE" });
    expect(await deleted.json()).toEqual({ deleted: 1 });
    expect(await (await get("/api/mails")).json()).toEqual([]);
  });
});

describe("a fault, as nodemailer sees it", () => {
  it.each([
    [{ mode: "refuse" }, { responseCode: 421 }],
    [{ mode: "refuse", code: 554 }, { responseCode: 554 }],
    [{ mode: "reject-recipient" }, { code: "EENVELOPE", responseCode: 550 }],
    [
      { mode: "reject-recipient", code: 451 },
      { code: "EENVELOPE", responseCode: 451 },
    ],
    [{ mode: "reject-data" }, { code: "EMESSAGE", responseCode: 452 }],
    [
      { mode: "reject-data", code: 554 },
      { code: "EMESSAGE", responseCode: 554 },
    ],
    [{ mode: "hang" }, { code: "ETIMEDOUT" }],
    [{ mode: "drop" }, { code: "ECONNECTION" }],
  ])("%o", async (fault, error) => {
    expect((await tell(fault)).status).toBe(200);
    await expect(send()).rejects.toMatchObject(error);
    await tell({ mode: "none" });
    await expect(send({ subject: "after" })).resolves.toMatchObject({
      accepted: ["ana@gmail.com"],
    });
    expect(await (await get("/api/mails")).json()).toMatchObject([{ subject: "after" }]);
  });

  it("slow: does not keep the mail of a sender who had enough", async () => {
    await tell({ mode: "slow", ms: 1000 });
    await expect(send()).rejects.toMatchObject({ code: "ETIMEDOUT" });
    expect((await get("/api/wait?ms=400")).status).toBe(404);
  });

  it("slow: takes the mail, but late", async () => {
    await tell({ mode: "slow", ms: 300 });
    const began = performance.now();
    await send();
    expect(performance.now() - began).toBeGreaterThanOrEqual(300);
    expect(await (await get("/api/mails")).json()).toHaveLength(1);
  });
});

describe("bad input", () => {
  it.each(["", "{", "[]", '{"mode":"melt"}', '{"mode":"refuse","code":200}', "null", "{}"])(
    "a fault %j is refused in JSON, and changes nothing",
    async (body) => {
      const answer = await fetch(`${inbox.url}/api/fault`, { method: "POST", body });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toEqual({ error: expect.any(String) });
      expect(await (await get("/api/fault")).json()).toEqual({ mode: "none" });
    },
  );

  it.each([
    ["GET", "/api/mails?after=ayer", 400],
    ["GET", "/api/mails?after=-1", 400],
    ["GET", "/api/wait?ms=pronto", 400],
    ["GET", "/api/wait?ms=999999999", 400],
    ["POST", "/api/mails", 405],
    ["DELETE", "/api/wait", 405],
    ["PUT", "/api/fault", 405],
    ["GET", "/api/nada", 404],
    ["POST", "/api/fault", 413, "x".repeat(300_000)],
  ])("%s %s is a %i in JSON", async (method, path, status, body?: string) => {
    const answer = await fetch(`${inbox.url}${path}`, { method, body });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error: expect.any(String) });
  });

  it("a page of another site gives no orders", async () => {
    const headers = { "sec-fetch-site": "cross-site" };
    const order = { method: "POST", headers, body: '{"mode":"refuse"}' };
    for (const path of ["/api/fault", "/vaciar"])
      expect((await fetch(inbox.url + path, order)).status).toBe(403);
    expect(await (await get("/api/fault")).json()).toEqual({ mode: "none" });
  });
});

describe("the page", () => {
  it("lists the mails, newest first, and says when there is none", async () => {
    expect(await (await get("/")).text()).toContain("Aún no hay correos");
    await send({ subject: "<b>primero</b>" });
    await send({ subject: "segundo" });
    const page = await (await get("/")).text();
    expect(page.indexOf("segundo")).toBeLessThan(page.indexOf("primero"));
    expect(page).not.toContain("<b>primero");
  });

  it("shows a mail in a frame that runs nothing and whose links leave it", async () => {
    await send({
      html: "<html><head><title>x</title></head><body><a href='http://localhost/'>y</a>",
    });
    const [{ id }] = await (await get("/api/mails")).json();
    const page = await (await get(`/correo/${id}`)).text();
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    const message = await get(`/correo/${id}/mensaje`);
    expect(message.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await message.text()).toContain('<head><base target="_blank"><title>');
  });

  it("makes the addresses of a mail without HTML clickable", async () => {
    await send({ text: "Mira http://localhost:3000/x?a=1&b=2 <script>" });
    const [{ id }] = await (await get("/api/mails")).json();
    const message = await (await get(`/correo/${id}/mensaje`)).text();
    expect(message).toContain('<a href="http://localhost:3000/x?a=1&#38;b=2">');
    expect(message).not.toContain("<script>");
  });
});
