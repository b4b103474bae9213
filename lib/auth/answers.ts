import { deadLink } from "../http/dead-link";
import type { Reply } from "../http/reply";
import type { LinkUse } from "../magic-link/consume";
import { errorBanner, messages } from "../messages/messages";
import type { PasswordSignIn } from "../password/sign-in";
import { MAIL_PAGES, withQuery } from "../routes";

const { sent: SENT_PAGE, link: LINK_PAGE } = MAIL_PAGES["magic-link"];

/** A link that did not sign in: its page says why, or leads to `/registro`. */
export function linkReply(use: LinkUse, token: string): Reply {
  if (use.ok) return registering(use);
  const { refusal } = use;
  const known = refusal === "used" || refusal === "ended" || refusal === "expired";
  return deadLink("magic-link", known ? refusal : "unknown", LINK_PAGE, token);
}

/** A code that did not sign in. */
export function codeReply(use: LinkUse): Reply {
  if (use.ok) return registering(use);
  switch (use.refusal) {
    case "code-wrong": {
      const { triesLeft } = use;
      const notice =
        triesLeft > 0 ? messages().replies.codeWrong(triesLeft) : messages().replies.codeEnded;
      const refused = { ok: false, status: 401, error: "CodeWrong", url: SENT_PAGE } as const;
      return { ...refused, triesLeft, fields: { code: notice.text } };
    }
    case "slowed":
      return slowed(use.seconds, SENT_PAGE);
    default: {
      const fields = { code: messages().replies.codeEnded.text };
      return { ok: false, status: 401, error: "CodeEnded", url: SENT_PAGE, fields };
    }
  }
}

/** A password that did not sign in; the words never say which half was wrong. */
export function passwordReply(signIn: PasswordSignIn, page: string): Reply {
  if (!signIn.ok && signIn.refusal === "slowed") return slowed(signIn.seconds, page);
  const url = `${page}${page.includes("?") ? "&" : "?"}error=CredentialsSignin`;
  const notice = errorBanner("CredentialsSignin");
  return { ok: false, status: 401, error: "CredentialsSignin", url, notice };
}

function registering(use: LinkUse & { ok: true }): Reply {
  const token = use.kind === "address" ? use.token : "";
  return { ok: true, url: withQuery("/registro", { token }) };
}

function slowed(retryAfter: number, url: string): Reply {
  const notice = messages().replies.slowed(retryAfter);
  return { ok: false, status: 429, error: "Throttled", retryAfter, url, notice };
}
