import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { close, listen } from "@/local/http";
import type { Inbox, Mail } from "@/testing/inbox/inbox";

/** Who may look in, where a Mailpit is told (`--ui-auth`). */
const AUTHORIZATION = `Basic ${btoa("qa:una clave")}`;

/**
 * Speaks for an inbox as Mailpit 1.2x does (`server/apiv1`, `internal/storage/search.go`): a search finds parts of addresses, in
 * letters of any case, newest first, fifty at most; a list has no texts; nothing waits. There is no package of the real one.
 * @param base the path it lies below (`--webroot`)
 */
export async function mailpitBefore(inbox: Inbox, base = "") {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    const send = (status: number, body: unknown) => {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      response.writeHead(status, { "content-type": "application/json" }).end(text);
    };
    if (base && request.headers.authorization !== AUTHORIZATION)
      return send(401, "Unauthorised.\n");
    const mails = await inbox.all();
    if (pathname === `${base}/api/v1/search`) {
      const [, part = ""] = /^to:"?(.*?)"?$/i.exec(searchParams.get("query") ?? "") ?? [];
      const found = mails.filter(({ to }) => `${to}`.includes(part.toLowerCase())).toReversed();
      return send(200, { messages: found.slice(0, 50).map(summary), messages_count: found.length });
    }
    const [, id] = /^\/api\/v1\/message\/(\w+)$/.exec(pathname.replace(base, "")) ?? [];
    const mail = mails.find((one) => idOf(one) === id);
    if (mail === undefined) return send(404, "404 page not found");
    send(200, { ...summary(mail), Text: mail.text, HTML: mail.html, Date: mail.at });
  });
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}${base}`, stop: () => close(server) };
}

const idOf = ({ id }: Mail) => `mail${id}`.padEnd(22, "x");

const summary = (mail: Mail) => ({
  ID: idOf(mail),
  MessageID: `${mail.id}@localhost`,
  Read: false,
  From: { Name: "Alegra", Address: mail.from },
  To: mail.to.map((Address) => ({ Name: "", Address })),
  Cc: [],
  Bcc: [],
  ReplyTo: [],
  Subject: mail.subject,
  Created: mail.at,
  Tags: [],
  Size: 1,
  Attachments: 0,
  Snippet: mail.text.slice(0, 250),
});
