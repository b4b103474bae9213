import type { RequestContext } from "@/lib/http/context";
import { clearCookie } from "@/lib/http/cookies";
import { endpoint } from "@/lib/http/endpoint";
import type { Reply } from "@/lib/http/reply";
import { dateAndHourOf } from "@/lib/messages/hour";
import { messages } from "@/lib/messages/messages";
import { reportLostPhone } from "@/lib/second-step/lost-phone";

const PAGE = "/login/dos-pasos/recuperar";

/** Asks for the second step to be taken off; once more, it says again when that is due. */
const ask = async (context: RequestContext): Promise<Reply> => {
  const asked = await reportLostPhone(context.cookie("pending"), context.client);
  const { replies } = messages();
  if (asked.ok) {
    // a person reads it on the page
    const message = replies.recoveryAsked(dateAndHourOf(asked.due));
    return { ok: true, url: PAGE, more: { message, due: asked.due.toISOString() } };
  }
  if (asked.refusal === "ended") {
    const notice = replies.secondStepEnded;
    const cookies = [clearCookie("pending")];
    return {
      ok: false,
      status: 401,
      error: "SecondStepEnded",
      url: "/login",
      notice,
      anew: true,
      cookies,
    };
  }
  const { seconds: retryAfter } = asked;
  const notice = replies.recoveryOften(retryAfter);
  return { ok: false, status: 429, error: "Throttled", retryAfter, url: PAGE, notice };
};

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(ask);
