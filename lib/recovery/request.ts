import type { Requester } from "../client-info";
import { limits } from "../config/limits";
import { settings } from "../config/settings";
import type { Address } from "../email";
import { type Delivered, deliver } from "../token/deliver";
import { accountAt } from "../user/find";
import { resetLetter, resetWithoutAccountLetter } from "./letter";

/**
 * Sends the link that leads to a new password; an address without an account gets a mail too, that says so
 * (OWASP Forgot Password Cheat Sheet).
 * @param browser the cookie of the browser that asks
 */
export async function recoverPassword(
  address: Address,
  browser: string,
  requester: Requester,
): Promise<Delivered> {
  const account = await accountAt(address);
  return deliver(
    "reset",
    { purpose: "reset", address, life: limits.resetLife, browser, requester },
    ({ token, at }) => {
      const { origin } = settings();
      const asked = { address, device: requester.device, place: requester.place, at };
      return account
        ? resetLetter({ ...asked, url: `${origin}/recuperar/nueva?token=${token}` })
        : resetWithoutAccountLetter({ ...asked, url: `${origin}/registro` });
    },
  );
}
