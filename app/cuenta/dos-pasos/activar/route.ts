import { endpoint } from "@/lib/http/endpoint";
import { codeField, wrongFields } from "@/lib/http/fields";
import { forReauthenticatedUser, reauthenticationRequired } from "@/lib/http/for-user";
import type { Reply } from "@/lib/http/reply";
import type { Banner } from "@/lib/messages/banner";
import { messages } from "@/lib/messages/messages";
import { confirmEnrolment } from "@/lib/second-step/enrol";

const PAGE = "/cuenta/dos-pasos";

/** The second step is on once the app's code came; its page shows the recovery codes, this once. */
const confirm = forReauthenticatedUser(PAGE, async (context, user) => {
  const code = codeField(context);
  if (!code.ok) return wrongFields(PAGE, { code });
  const { wrong, replies } = messages().twoSteps;
  const confirmed = await confirmEnrolment(user, code.value, context.client);
  if (confirmed.ok)
    return { ok: true, url: PAGE, notice: replies.on, recoveryCodes: confirmed.recoveryCodes };
  switch (confirmed.refusal) {
    case "not-reauthenticated":
      return reauthenticationRequired(PAGE);
    case "wrong":
      return wrongFields(PAGE, { code: { ok: false, sentence: wrong } });
    case "already-on":
      return ended(replies.alreadyOn);
    case "late":
      return ended(replies.late);
  }
});

const ended = (notice: Banner) =>
  ({
    ok: false,
    status: 401,
    error: "SecondStepEnded",
    url: PAGE,
    notice,
    anew: true,
  }) as const satisfies Reply;

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(confirm);
