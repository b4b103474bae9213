import type { ClientInfo } from "../client-info";
import { limits } from "../config/limits";
import { settings } from "../config/settings";
import type { Email } from "../email";
import { MAIL_PAGES, withQuery } from "../routes";
import { type Delivered, deliver } from "../token/deliver";
import { findUserByEmail } from "../user/find";
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
  const user = await findUserByEmail(address);
  return deliver(
    "reset",
    { purpose: "reset", address, life: limits.resetLifeSeconds, browser, client },
    ({ token, at }) => {
      const { origin } = settings();
      const asked = { address, device: client.device, place: client.place, at };
      return user
        ? resetLetter({ ...asked, url: origin + withQuery(MAIL_PAGES.reset.link, { token }) })
        : resetWithoutAccountLetter({ ...asked, url: `${origin}/registro` });
    },
  );
}
