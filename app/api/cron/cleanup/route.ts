import type { NextRequest } from "next/server";
import { settings } from "@/lib/config/settings";
import { cleanup } from "@/lib/database/cleanup";
import { afterRead } from "@/lib/http/after-reply";
import { faultReply } from "@/lib/http/endpoint";
import { UNCACHED } from "@/lib/http/headers";
import { forReaderOf } from "@/lib/http/reader";
import { respond, wrongMethod } from "@/lib/http/reply";
import { messages } from "@/lib/messages/messages";
import { retryNotices } from "@/lib/notice/send";
import { settleLostPhones } from "@/lib/second-step/carry-out";
import { sealAnew } from "@/lib/second-step/secret";
import { sameSecret } from "@/lib/secrets";

const NOT_OURS = { ok: false, status: 401, error: "AccessDenied" } as const;

/** Another method than the scheduler's; without a secret there is no such endpoint at all. */
async function wrongMethodOrNothing(request: NextRequest): Promise<Response> {
  return settings().cronSecret === null
    ? cleanUp(request)
    : wrongMethod(request.headers, "GET, POST");
}

/** For the scheduler: clean up, settle what lost phones ask for, and send the notices that are due or that the mail server refused. Ends within 20 s. */
async function cleanUp(request: NextRequest): Promise<Response> {
  const { cronSecret } = settings();
  if (cronSecret === null) return respond({ ok: false, status: 404, error: "NotFound" }, true);
  if (!sameSecret(request.headers.get("authorization") ?? "", `Bearer ${cronSecret}`))
    return respond({ ...NOT_OURS, message: messages().refusals.secret }, true);
  afterRead();
  try {
    const settled = await settleLostPhones();
    const deleted = await cleanup();
    await sealAnew();
    const sent = await retryNotices();
    return Response.json({ deleted, ...settled, sent }, { headers: { "cache-control": UNCACHED } });
  } catch (fault) {
    return respond(faultReply(fault, "/"), true);
  }
}

const forScheduler = (request: NextRequest) => forReaderOf(request, () => cleanUp(request));
const forNobody = (request: NextRequest) =>
  forReaderOf(request, () => wrongMethodOrNothing(request));

export const dynamic = "force-dynamic";

export {
  forNobody as DELETE,
  forNobody as PATCH,
  forNobody as PUT,
  forScheduler as GET,
  forScheduler as POST,
};
