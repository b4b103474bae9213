import { randomInt } from "node:crypto";
import { recordActivity } from "../activity/record";
import type { Requester } from "../client-info";
import { limits } from "../config/limits";
import { settings } from "../config/settings";
import type { Address } from "../email";
import { type Delivered, deliver } from "../token/deliver";
import { accountAt } from "../user/find";
import { magicLinkLetter, magicLinkWithoutAccountLetter } from "./letter";

/** Somebody asks for a magic link. */
export type LinkRequest = {
  address: Address;
  /** 256 random bits, made by next-auth */
  token: string;
  /** the cookie of the browser that asks */
  browser: string;
  requester: Requester;
  /** where to lead after signing in; travels with the row, never in the mail */
  callbackUrl: string | null;
};

/**
 * Sends a magic link and a code. An address without an account gets a mail too, by the same steps: its link leads to
 * `/registro` (OWASP ASVS 6.3.8).
 */
export async function requestMagicLink(request: LinkRequest): Promise<Delivered> {
  const { address, token, browser, requester, callbackUrl } = request;
  const account = await accountAt(address);
  const digits = newCode();
  const delivered = await deliver(
    "magic-link",
    {
      purpose: "magic-link",
      address,
      token,
      life: limits.magicLinkLife,
      browser,
      requester,
      callbackUrl,
      code: { digits, life: limits.codeLife },
    },
    ({ at }) => {
      const { device, place } = requester;
      const link = { address, code: digits, device, place, at };
      return account
        ? magicLinkLetter({ ...link, url: `${settings().origin}/login/link?token=${token}` })
        : magicLinkWithoutAccountLetter({
            ...link,
            url: `${settings().origin}/registro?token=${token}`,
          });
    },
  );
  if (delivered.ok)
    await recordActivity({ event: "link-asked", address, userId: account?.id, requester });
  return delivered;
}

/** Six digits, about 20 bits (OWASP ASVS 6.5.4). */
function newCode(): string {
  return randomInt(1_000_000).toString().padStart(6, "0");
}
