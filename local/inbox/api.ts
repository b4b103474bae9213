import type { IncomingMessage, ServerResponse } from "node:http";
import { BadRequest, readJson, sendJson } from "../http";
import { MailFault } from "./faults";
import type { Filter, Mails } from "./mails";

const WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 120_000;
// A number this big is a moment in milliseconds, not the id of a mail.
const LEAST_MOMENT = 1e11;

export type InboxState = { mails: Mails; fault: MailFault };

type Answer = (
  state: InboxState,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
) => void | Promise<void>;

const ENDPOINTS: Record<string, Record<string, Answer>> = {
  "/api/mails": {
    GET: ({ mails }, query, _request, response) => sendJson(response, mails.list(filterOf(query))),
    DELETE: ({ mails }, _query, _request, response) =>
      sendJson(response, { deleted: mails.clear() }),
  },
  "/api/wait": { GET: wait },
  "/api/fault": {
    GET: ({ fault }, _query, _request, response) => sendJson(response, fault),
    POST: setFault,
  },
};

/** Answers a program, or throws `BadRequest`. */
export async function answerApi(
  state: InboxState,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const methods = ENDPOINTS[url.pathname];
  if (!methods) throw new BadRequest("there is no such address", 404);
  const answer = methods[request.method ?? ""];
  if (!answer) throw new BadRequest(`use ${Object.keys(methods).join(" or ")}`, 405);
  await answer(state, url.searchParams, request, response);
}

async function wait(...[{ mails }, query, , response]: Parameters<Answer>): Promise<void> {
  const ms = wholeNumber(query, "ms") ?? WAIT_MS;
  if (ms > LONGEST_WAIT_MS) throw new BadRequest(`ms is at most ${LONGEST_WAIT_MS}`);
  const filter = filterOf(query);
  const givenUp = new AbortController();
  const timer = setTimeout(() => givenUp.abort(), ms);
  response.once("close", () => givenUp.abort());
  const mail = await mails.wait(filter, givenUp.signal);
  clearTimeout(timer);
  if (mail) sendJson(response, mail);
  else sendJson(response, { error: `no such mail within ${ms} ms` }, 404);
}

async function setFault(...[state, , request, response]: Parameters<Answer>): Promise<void> {
  const fault = MailFault.safeParse(await readJson(request));
  if (!fault.success) throw new BadRequest(fault.error.issues[0]?.message ?? "no such fault");
  state.fault = fault.data;
  sendJson(response, state.fault);
}

function filterOf(query: URLSearchParams): Filter {
  const filter: Filter = {};
  const to = query.get("to")?.trim();
  if (to) filter.to = to;
  const after = query.get("after");
  if (!after) return filter;
  const number = Number(after);
  const moment = Number.isInteger(number) ? number : Date.parse(after);
  if (Number.isNaN(moment) || moment < 0) {
    throw new BadRequest("after is the id of a mail, or a moment (ISO 8601)");
  }
  if (moment < LEAST_MOMENT) filter.afterId = moment;
  else filter.afterTime = moment;
  return filter;
}

function wholeNumber(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new BadRequest(`${name} is a whole number`);
  return Number(text);
}
