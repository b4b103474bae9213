import type { NextRequest } from "next/server";
import { limits } from "../config/limits";
import { isAway } from "../database/fault";
import { databaseFailed } from "../database/reachable";
import { GoogleAway } from "../google/discovery";
import { faultOf, log } from "../log/log";
import { requestIdOf, withRequestId } from "../log/request-id";
import { messages } from "../messages/messages";
import { HashQueueFull } from "../password/queue";
import { HashThreadLost } from "../password/threads";
import { decodedPath, formPageOf, type Path, ROUTES, withQuery } from "../routes";
import { UserChanged } from "../session/start";
import { faultFound } from "../telemetry/counters";
import { afterReply } from "./after-reply";
import { contextOf, type RequestContext } from "./context";
import { cookieName } from "./cookies";
import { tokenField } from "./fields";
import { readForm } from "./form";
import { forReaderOf } from "./reader";
import { isProgram, type Reply, respond, unknownReply, wrongMethod } from "./reply";
import { isSameOrigin } from "./same-origin";

export type Verb = (context: RequestContext) => Promise<Reply>;

/**
 * For POSTs of our own pages: checks origin, size, type, encoding and fields, runs the verb, and replies to a browser
 * or a program; a failed form leads back to its page in `lib/routes.ts`.
 */
export function endpoint(verb: Verb) {
  const POST = (request: NextRequest) => handlePost(request, verb);
  return { ...wrongMethods("POST"), POST };
}

export function handlePost(request: NextRequest, verb: Verb): Promise<Response> {
  return withRequestId(requestIdOf(request.headers), () =>
    forReaderOf(request, () => answerPost(request, verb)),
  );
}

async function answerPost(request: NextRequest, verb: Verb): Promise<Response> {
  const read = await readForm(request);
  if (!read.ok) return respond(read, isProgram(request.headers));
  const { values } = read.form;
  const csrf = {
    cookie: request.cookies.get(cookieName("csrf"))?.value,
    field: values.get("csrfToken"),
  };
  const context = contextOf(request, read.form);
  const { program } = context;
  if (!isSameOrigin(request.headers, csrf))
    return respond({ ok: false, status: 403, error: "WrongOrigin" }, program);
  afterReply();
  const page = formPageOf(decodedPath(request.nextUrl.pathname));
  const session = context.cookie("session");
  return respond(await answerOf(verb, context, page), program, { typed: values, session });
}

async function answerOf(verb: Verb, context: RequestContext, page: Path): Promise<Reply> {
  try {
    return await verb(context);
  } catch (fault) {
    return faultReply(fault, pageOfForm(context, page));
  }
}

function pageOfForm(context: RequestContext, page: Path): string {
  const token = ROUTES[page].token && tokenField(context);
  return withQuery(page, token ? { token } : context);
}

/** Busy, changed meanwhile, or the database away; anything else is a fault, whose message stays in the log. */
export function faultReply(fault: unknown, page: string): Reply {
  if (fault instanceof HashQueueFull) {
    const retryAfter = fault.seconds;
    const notice = messages().replies.busy(retryAfter);
    return { ok: false, status: 503, error: "Busy", retryAfter, url: page, notice };
  }
  if (fault instanceof UserChanged) return unknownReply(page);
  if (fault instanceof GoogleAway) {
    const error = "OAuthSignin";
    const url = withQuery("/login", { error });
    return { ok: false, status: 503, error, retryAfter: limits.awayRetrySeconds, url };
  }
  if (isAway(fault)) databaseFailed();
  if (isAway(fault) || fault instanceof HashThreadLost) {
    log.error(faultOf(fault), "endpoint: something behind it is away");
    return { ok: false, status: 503, error: "Away", retryAfter: limits.awayRetrySeconds, page };
  }
  const found = faultOf(fault);
  log.error(found, "endpoint: a fault of ours");
  faultFound("endpoint", found.fault);
  return { ok: false, status: 500, error: "Fault", page };
}

export function wrongMethods(allow: string) {
  const wrong = (request: NextRequest) =>
    forReaderOf(request, () => wrongMethod(request.headers, allow));
  return { GET: wrong, POST: wrong, PUT: wrong, PATCH: wrong, DELETE: wrong };
}
