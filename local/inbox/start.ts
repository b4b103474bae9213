import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import {
  BadRequest,
  close,
  listen,
  parseAddress,
  refuseOtherSites,
  sendJson,
  sendPage,
} from "../http";
import { FONT_PATH, sendFont } from "../theme";
import { answerApi, type InboxState } from "./api";
import { Mails } from "./mails";
import { INBOX_CSP, inboxPage, MAIL_CSP, mailPage } from "./page";
import { startSmtp } from "./smtp";

export type Inbox = {
  /** The page, and the base of the API. */
  url: string;
  /** The address for nodemailer. */
  smtp: string;
  stop(): Promise<void>;
};

/** Starts a mail server that keeps every mail in memory, and the page that shows them. */
export async function startInbox(webPort: number, smtpPort: number): Promise<Inbox> {
  const state: InboxState = { mails: new Mails(), fault: { mode: "none" } };
  const smtp = await startSmtp(smtpPort, state.mails, () => state.fault);
  const web = createServer((request, response) => {
    answer(state, request, response).catch((error: Error) => {
      const status = error instanceof BadRequest ? error.status : 500;
      sendJson(response, { error: error.message }, status);
    });
  });
  try {
    await listen(web, webPort);
  } catch (error) {
    await smtp.stop();
    throw error;
  }
  return {
    url: `http://localhost:${webPort}`,
    smtp: `smtp://127.0.0.1:${smtpPort}`,
    async stop() {
      await Promise.all([close(web), smtp.stop()]);
    },
  };
}

async function answer(
  state: InboxState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = parseAddress(request.url);
  if (!url) throw new BadRequest("the address cannot be read");
  refuseOtherSites(request);
  if (url.pathname.startsWith("/api/")) return answerApi(state, url, request, response);
  if (url.pathname === FONT_PATH) return sendFont(response);
  if (url.pathname === "/events") return events(state.mails, response);
  if (url.pathname === "/vaciar" && request.method === "POST") {
    state.mails.clear();
    response.writeHead(303, { location: "/" }).end();
    return;
  }
  const [, id, message] = /^\/correo\/(\d{1,9})(\/mensaje)?$/.exec(url.pathname) ?? [];
  const mail = id === undefined ? undefined : state.mails.find(Number(id));
  if (message && mail) return sendPage(response, mailPage(mail), MAIL_CSP);
  const known = url.pathname === "/" || mail !== undefined;
  const page = inboxPage(state.mails.list(), mail, state.fault);
  sendPage(response, page, INBOX_CSP, known ? 200 : 404);
}

// Server-sent events: one line whenever a mail came or the inbox was emptied.
function events(mails: Mails, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write("\n");
  response.once(
    "close",
    mails.watch(() => response.write("data: changed\n\n")),
  );
}
