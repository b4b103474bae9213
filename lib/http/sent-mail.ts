import { cookies } from "next/headers";
import { z } from "zod";
import { settings } from "../config/settings";
import { seal, unseal } from "../crypto";
import type { Address } from "../email";
import { inboxOf } from "../mail/webmail";
import { errorNotice, words } from "../messages/words";
import { type SendPurpose, sendWait, type Wait } from "../rate-limit/emails";
import type { Delivered } from "../token/deliver";
import { browserOf, type Visit, withCallbackUrl } from "./context";
import { cookieName, setCookie } from "./cookies";
import type { Answer } from "./reply";
import { calmly } from "./retry-when-away";

/** seconds */
const LIFE = 3600;
const shape = z.object({
  kind: z.enum(["magic-link", "registration", "reset"]),
  address: z.string(),
  callbackUrl: z.string().nullable(),
});

/** Where each mail is asked for, and where a person is led once it is on its way. */
const PAGES: Record<SendPurpose, { form: string; sent: string }> = {
  "magic-link": { form: "/login/correo", sent: "/login/correo/enviado" },
  registration: { form: "/registro", sent: "/registro/enviado" },
  reset: { form: "/recuperar", sent: "/recuperar/enviado" },
};

/** Whom a mail was for, and when the next one may go. */
export type SentMail = {
  address: string;
  wait: { seconds: number; at: string; reason: Wait["reason"] } | null;
  inbox: Awaited<ReturnType<typeof inboxOf>>;
};

/** For a page: the mail that this browser asked for; null when it asked for none. Reads only. */
export async function sentMail(kind: SendPurpose): Promise<SentMail | null> {
  const jar = await cookies();
  const sent = await unseal("sent", jar.get(cookieName("sent"))?.value, shape);
  if (sent?.kind !== kind) return null;
  const { address } = sent;
  const [wait, inbox] = await Promise.all([
    calmly(sendWait(kind, address)),
    inboxOf(address as Address, settings().emailFrom),
  ]);
  return { address, wait: wait && { ...wait, at: wait.at.toISOString() }, inbox };
}

/** Where the mail leads that this browser asked for: another one to the same address leads there too. */
export async function sentCallbackUrl(
  kind: SendPurpose,
  address: Address,
  visit: Visit,
): Promise<string | null> {
  const sent = await unseal("sent", visit.cookie("sent"), shape);
  return sent?.kind === kind && sent.address === address ? sent.callbackUrl : null;
}

/**
 * The answer to whoever asked for a mail. Who is throttled sees the same page as who was sent one.
 */
export async function deliveredAnswer(
  delivered: Delivered,
  kind: SendPurpose,
  address: Address,
  visit: Visit,
): Promise<Answer> {
  const { form, sent } = PAGES[kind];
  const callbackUrl = visit.callbackUrl ?? (await sentCallbackUrl(kind, address, visit));
  const remember = async () => [
    browserOf(visit).cookie,
    setCookie("sent", await seal("sent", { kind, address, callbackUrl }), LIFE),
  ];
  if (delivered.ok) {
    const before = await unseal("sent", visit.cookie("sent"), shape);
    const again = kind === "magic-link" && before?.kind === kind && before.address === address;
    return {
      ok: true,
      url: sent,
      notice: again ? words.resent : undefined,
      cookies: await remember(),
    };
  }
  switch (delivered.refusal) {
    case "throttled": {
      const { reason, seconds: retryAfter, at } = delivered.wait;
      const message = reason === "gap" ? words.sendSoon(retryAfter) : words.sendFull(at);
      const refused = { ok: false, status: 429, error: "Throttled", retryAfter, message } as const;
      return { ...refused, url: sent, cookies: await remember() };
    }
    case "range-full": {
      const retryAfter = delivered.seconds;
      const notice = words.rangeFull(retryAfter);
      const url = withCallbackUrl(form, visit);
      return { ok: false, status: 429, error: "Throttled", retryAfter, url, notice };
    }
    case "mail-refused": {
      const notice = errorNotice("EmailSignin");
      const url = withCallbackUrl(form, visit);
      return { ok: false, status: 502, error: "EmailSignin", url, notice };
    }
  }
}
