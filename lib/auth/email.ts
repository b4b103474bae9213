import Email from "next-auth/providers/email";
import { settings } from "../config/settings";
import { browserOf, knownBrowserOf, type RequestContext } from "../http/context";
import { requireCookies } from "../http/cookies-required";
import { countingSignIn } from "../http/count-sign-in";
import { deadLink } from "../http/dead-link";
import { codeField, emailField, hasToken, tokenField, wrongFields } from "../http/fields";
import { type Reply, throttledReply, unknownReply } from "../http/reply";
import { deliveredReply, sentCallbackUrl } from "../http/sent-mail";
import { signedInReply } from "../http/signed-in";
import {
  consumeMagicCode,
  consumeMagicLink,
  type LinkUse,
  type NewSession,
} from "../magic-link/consume";
import { requestMagicLink } from "../magic-link/request";
import { messages } from "../messages/messages";
import { MAIL_PAGES, withQuery } from "../routes";
import { newToken } from "../secrets";
import { defaultOf } from "./default-of";
import type { RunAuth, Way } from "./run";

const { form: PAGE, sent: SENT_PAGE, link: LINK_PAGE } = MAIL_PAGES["magic-link"];

export const email: Way = {
  // asked for without next-auth, which would look the address up, store and send by itself; it is used through it
  provider: () => defaultOf(Email)({ from: settings().emailFrom }),
  posts: {
    "signin/email": () => requireCookies(PAGE, askForLink),
    "callback/email": (run) => {
      const byLink = requireCookies(LINK_PAGE, (context) =>
        countingSignIn("magic-link", () => useLink(context, run)),
      );
      // the sent page is not shown without its cookie
      const byCode = requireCookies(PAGE, (context) =>
        countingSignIn("code", () => useCode(context, run)),
      );
      return (context) => (hasToken(context) ? byLink : byCode)(context);
    },
  },
};

async function askForLink(context: RequestContext): Promise<Reply> {
  const page = withQuery(PAGE, context);
  const typed = emailField(context);
  if (!typed.ok) return wrongFields(page, { email: typed });
  const { client } = context;
  const { browser } = browserOf(context);
  const callbackUrl =
    context.callbackUrl ?? (await sentCallbackUrl("magic-link", typed.value, context));
  const asked = { address: typed.value, token: newToken(), browser, client, callbackUrl };
  return deliveredReply(await requestMagicLink(asked), "magic-link", typed.value, context);
}

async function useLink(context: RequestContext, run: RunAuth): Promise<Reply> {
  const token = tokenField(context);
  const use = (session: NewSession) => consumeMagicLink(token, session);
  return consume(use, (dead) => linkReply(dead, token), context, run);
}

async function useCode(context: RequestContext, run: RunAuth): Promise<Reply> {
  const code = codeField(context);
  if (!code.ok) return wrongFields(SENT_PAGE, { code });
  const browser = knownBrowserOf(context);
  const use = (session: NewSession) => consumeMagicCode(browser, code.value, session);
  return consume(use, codeReply, context, run);
}

async function consume(
  use: (session: NewSession) => Promise<LinkUse>,
  refused: (use: LinkRefusal) => Reply,
  context: RequestContext,
  run: RunAuth,
): Promise<Reply> {
  const { client } = context;
  // next-auth wants a token in the query before it calls the adapter, which takes the step instead
  const query = { token: newToken() };
  const asked = { path: ["callback", "email"], query, by: "email" } as const;
  const { outcome, session } = await run<LinkUse>(context, asked, (settle, sessionToken) => ({
    useLink: async () => {
      const used = await use({ client, sessionToken });
      settle(used);
      return used.ok && used.kind === "user" ? used : null;
    },
  }));
  if (!outcome) return unknownReply("/login");
  if (!outcome.ok) return refused(outcome);
  if (outcome.kind === "address")
    return { ok: true, url: withQuery("/registro", { token: outcome.token }) };
  if (!session) return unknownReply("/login");
  return signedInReply(context, session, outcome.callbackUrl ?? "/cuenta");
}

type LinkRefusal = Exclude<LinkUse, { ok: true }>;

function linkReply({ refusal }: LinkRefusal, token: string): Reply {
  const known = refusal === "used" || refusal === "ended" || refusal === "expired";
  return deadLink("magic-link", known ? refusal : "unknown", LINK_PAGE, token);
}

export function codeReply(refused: LinkRefusal): Reply {
  switch (refused.refusal) {
    case "code-wrong": {
      const { triesLeft } = refused;
      const notice =
        triesLeft > 0 ? messages().replies.codeWrong(triesLeft) : messages().replies.codeEnded;
      const reply = { ok: false, status: 401, error: "CodeWrong", url: SENT_PAGE } as const;
      return { ...reply, triesLeft, fields: { code: notice.text } };
    }
    case "backoff":
      return throttledReply(refused.seconds, SENT_PAGE);
    default: {
      const fields = { code: messages().replies.codeEnded.text };
      return { ok: false, status: 401, error: "CodeEnded", url: SENT_PAGE, fields };
    }
  }
}
