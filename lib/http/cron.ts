import type { NextRequest } from "next/server";
import { settings } from "../config/settings";
import { sameSecret } from "../crypto";
import { cleanup } from "../database/cleanup";
import { retryNotices } from "../notice/send";
import { afterRead, faultReply } from "./endpoint";
import { UNCACHED } from "./headers";
import { respond, wrongMethod } from "./reply";

const NO_SECRET = "Este pedido no trae el secreto que corresponde.";

/** Another method than the scheduler's; without a secret there is no such door at all. */
export async function notCleanup(request: NextRequest): Promise<Response> {
  return settings().cronSecret === null
    ? cleanUp(request)
    : wrongMethod(request.headers, "GET, POST");
}

/** The scheduler's door: clean up, and send the notices that are due or that the mail server refused. Ends within 20 s. */
export async function cleanUp(request: NextRequest): Promise<Response> {
  const { cronSecret } = settings();
  if (cronSecret === null) return respond({ ok: false, status: 404, error: "NotFound" }, true);
  if (!sameSecret(request.headers.get("authorization") ?? "", `Bearer ${cronSecret}`))
    return respond({ ok: false, status: 401, error: "AccessDenied", message: NO_SECRET }, true);
  afterRead();
  try {
    const deleted = await cleanup();
    const sent = await retryNotices();
    return Response.json({ deleted, sent }, { headers: { "cache-control": UNCACHED } });
  } catch (fault) {
    return respond(faultReply(fault, "/"), true);
  }
}
