import type { ClientInfo } from "../client-info";
import { limits } from "../config/limits";
import { settings } from "../config/settings";
import type { Email } from "../email";
import { movedLetter } from "../email-change/letter";
import { mailboxOf } from "../email-change/mailbox";
import { MAIL_PAGES, withQuery } from "../routes";
import { type Delivered, deliver } from "../token/deliver";
import { resetLetter, resetWithoutAccountLetter } from "./letter";

/**
 * Sends a mail without a user too (OWASP Forgot Password Cheat Sheet).
 * @param browser cookie of the browser that asks
 */
export async function recoverPassword(
  address: Email,
  browser: string,
  client: ClientInfo,
): Promise<Delivered> {
  const { userId, movedUserId } = await mailboxOf(address);
  return deliver(
    "reset",
    { purpose: "reset", address, life: limits.resetLifeSeconds, browser, client },
    ({ token, at }) => {
      const { origin } = settings();
      const asked = { address, device: client.device, place: client.place, at };
      if (movedUserId !== null) return movedLetter(address, client, at);
      return userId !== null
        ? resetLetter({ ...asked, url: origin + withQuery(MAIL_PAGES.reset.link, { token }) })
        : resetWithoutAccountLetter({ ...asked, url: `${origin}/registro` });
    },
  );
}
