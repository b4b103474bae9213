import { limits } from "../config/limits";
import type { RequestContext } from "../http/context";
import { clearCookie, setCookie } from "../http/cookies";
import { requireCookies } from "../http/cookies-required";
import { countingSignIn } from "../http/count-sign-in";
import { codeField, recoveryCodeField, wrongFields } from "../http/fields";
import { type Reply, throttledReply } from "../http/reply";
import { signedInReply } from "../http/signed-in";
import { messages } from "../messages/messages";
import type { Path } from "../routes";
import { passSecondStep, type SecondStep, type TypedStep } from "../second-step/pass";
import { entering } from "./entering";
import type { RunAuth, Way } from "./run";

const PAGE: Path = "/login/dos-pasos";
const CODES_PAGE: Path = "/login/dos-pasos/codigo";

/** The second step of every other way: a code of the app, or a recovery code. */
export const secondStep: Way = {
  provider: entering("second-step"),
  posts: {
    "callback/second-step": (run) =>
      requireCookies(PAGE, (context) => countingSignIn("second-step", () => pass(context, run))),
  },
};

async function pass(context: RequestContext, run: RunAuth): Promise<Reply> {
  const kind = context.form.has("recoveryCode") ? "recovery-code" : "totp";
  const page = kind === "totp" ? PAGE : CODES_PAGE;
  const field = kind === "totp" ? codeField(context) : recoveryCodeField(context);
  if (!field.ok) return wrongFields(page, { [kind === "totp" ? "code" : "recoveryCode"]: field });
  const typed = { kind, code: field.value, trusts: context.form.has("trust") } as const;
  const outcome = await passedBy(typed, context, run);
  if (outcome?.ok) {
    const { session, url, trust } = outcome;
    const reply = await signedInReply(context, session, url ?? "/cuenta");
    const trusting = trust
      ? [setCookie("trusted", trust.token, limits.trustedDeviceSeconds, trust.name)]
      : [];
    return { ...reply, cookies: [...(reply.cookies ?? []), ...trusting] };
  }
  return outcome ? refused(outcome, page) : refused({ ok: false, refusal: "ended" }, page);
}

async function passedBy(
  typed: TypedStep,
  context: RequestContext,
  run: RunAuth,
): Promise<SecondStep | null> {
  const { client } = context;
  const token = context.cookie("pending");
  const asked = { path: ["callback", "second-step"], by: "password" } as const;
  const { outcome } = await run<SecondStep>(context, asked, (settle, sessionToken) => ({
    enter: async () => {
      const passed = await passSecondStep(token, typed, { client, sessionToken });
      settle(passed);
      return passed.ok ? passed : null;
    },
  }));
  return outcome;
}

function refused(step: Exclude<SecondStep, { ok: true }>, page: Path): Reply {
  const { secondStepWrong, secondStepEnded } = messages().replies;
  switch (step.refusal) {
    case "wrong": {
      const { triesLeft } = step;
      const sentence = secondStepWrong(triesLeft);
      const fields = { [page === PAGE ? "code" : "recoveryCode"]: sentence };
      return { ok: false, status: 401, error: "SecondStepWrong", url: page, triesLeft, fields };
    }
    case "ended":
      return {
        ok: false,
        status: 401,
        error: "SecondStepEnded",
        url: "/login",
        notice: secondStepEnded,
        anew: true,
        cookies: [clearCookie("pending")],
      };
    case "backoff":
      return throttledReply(step.seconds, page);
  }
}
