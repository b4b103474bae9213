import { cookies, headers } from "next/headers";
import * as z from "zod";
import { settings } from "../config/settings";
import { seal, unseal } from "../crypto";
import type { Email } from "../email";
import { mailAppOf } from "../mail/mail-app";
import { type Inbox, inboxOf } from "../mail/webmail";
import { warn } from "../messages/banner";
import { hourOf } from "../messages/hour";
import { errorBanner, messages } from "../messages/messages";
import { type EmailPurpose, emailWait, type Wait } from "../rate-limit/emails";
import { MAIL_PAGES, withQuery } from "../routes";
import type { Delivered } from "../token/deliver";
import { browserOf, type RequestContext } from "./context";
import { cookieName, setCookie } from "./cookies";
import type { Reply } from "./reply";
import { retryWhenAway } from "./retry-when-away";

const LIFE_SECONDS = 3600;
const shape = z.object({
  kind: z.enum(["magic-link", "registration", "reset", "email-change"]),
  address: z.string(),
  callbackUrl: z.string().nullable(),
});

/** Their pages offer another one. */
const RESENT: EmailPurpose[] = ["magic-link", "email-change"];

export type SentMail = {
  address: string;
  wait: { seconds: number; at: string; reason: Wait["reason"] } | null;
  /** the mail program, where the inbox is not known */
  inbox: Inbox & { known: boolean };
};

/** The mail that this browser asked for, for its page. Reads only. @param sender id of the user for whom it was counted too */
export async function sentMail(kind: EmailPurpose, sender?: string): Promise<SentMail | null> {
  const jar = await cookies();
  const sent = await unseal("sent", jar.get(cookieName("sent"))?.value, shape);
  if (sent?.kind !== kind) return null;
  const { address } = sent;
  const [wait, found] = await Promise.all([
    retryWhenAway(emailWait(kind, address, ...(sender ? [sender] : []))),
    inboxOf(address as Email, settings().emailFrom),
  ]);
  const inbox = found
    ? { ...found, known: true }
    : ({
        kind: "mail",
        href: mailAppOf((await headers()).get("user-agent")),
        known: false,
      } as const);
  return { address, wait: wait && { ...wait, at: wait.at.toISOString() }, inbox };
}

/** Another mail to the same address leads where the first one did. */
export async function sentCallbackUrl(
  kind: EmailPurpose,
  address: Email,
  context: RequestContext,
): Promise<string | null> {
  const sent = await unseal("sent", context.cookie("sent"), shape);
  return sent?.kind === kind && sent.address === address ? sent.callbackUrl : null;
}

/** A throttled request sees the same page as a sent one. */
export async function deliveredReply(
  delivered: Delivered,
  kind: EmailPurpose,
  address: Email,
  context: RequestContext,
): Promise<Reply> {
  const { form, sent } = MAIL_PAGES[kind];
  const callbackUrl = context.callbackUrl ?? (await sentCallbackUrl(kind, address, context));
  const remember = async () => [
    browserOf(context).cookie,
    setCookie("sent", await seal("sent", { kind, address, callbackUrl }), LIFE_SECONDS),
  ];
  if (delivered.ok) {
    const before = await unseal("sent", context.cookie("sent"), shape);
    const again = RESENT.includes(kind) && before?.kind === kind && before.address === address;
    return {
      ok: true,
      url: sent,
      notice: again ? messages().replies.resent : undefined,
      cookies: await remember(),
    };
  }
  switch (delivered.refusal) {
    case "rate-limited": {
      const { seconds: retryAfter } = delivered.wait;
      const message = tooSoon(delivered.wait);
      const refused = { ok: false, status: 429, error: "Throttled", retryAfter, message } as const;
      return { ...refused, url: sent, cookies: await remember() };
    }
    case "sender-limited": {
      const { seconds: retryAfter } = delivered.wait;
      const notice = warn(tooSoon(delivered.wait));
      return { ok: false, status: 429, error: "Throttled", retryAfter, url: form, notice };
    }
    case "subnet-full": {
      const retryAfter = delivered.seconds;
      const notice = messages().replies.subnetFull(retryAfter);
      const url = withQuery(form, context);
      return { ok: false, status: 429, error: "Throttled", retryAfter, url, notice };
    }
    case "mail-refused": {
      const notice = errorBanner("EmailSignin");
      const url = withQuery(form, context);
      return { ok: false, status: 502, error: "EmailSignin", url, notice };
    }
  }
}

const tooSoon = ({ reason, seconds, at }: Wait): string =>
  reason === "gap"
    ? messages().replies.sendSoon(seconds)
    : messages().replies.sendFull(hourOf(at, "atHour"));
