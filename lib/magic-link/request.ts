import { randomInt } from "node:crypto";
import { Prisma } from "@/prisma/generated/client";
import type { ActivityEvent } from "../activity/record";
import type { ClientInfo } from "../client-info";
import { limits } from "../config/limits";
import { settings } from "../config/settings";
import type { Email } from "../email";
import { movedLetter } from "../email-change/letter";
import { type Mailbox, mailboxColumns, mailboxFrom, ownerOf } from "../email-change/mailbox";
import { MAIL_PAGES, withQuery } from "../routes";
import { type Delivered, deliver } from "../token/deliver";
import { magicLinkLetter, magicLinkWithoutAccountLetter } from "./letter";

export type LinkRequest = {
  address: Email;
  token: string;
  browser: string;
  client: ClientInfo;
  /** kept in the row, never in the mail */
  callbackUrl: string | null;
};

/** Sends a magic link and a code. Without a user the same steps send a link to `/registro` (OWASP ASVS 6.3.8). */
export async function requestMagicLink(request: LinkRequest): Promise<Delivered> {
  const { address, token, browser, client, callbackUrl } = request;
  const digits = newCode();
  return deliver<Mailbox>(
    "magic-link",
    {
      purpose: "magic-link",
      address,
      token,
      life: limits.magicLinkLifeSeconds,
      browser,
      client,
      callbackUrl,
      code: { digits, life: limits.codeLifeSeconds },
    },
    ({ at }, read) => {
      const { userId, movedUserId } = mailboxFrom(read);
      const { origin } = settings();
      const { device, place } = client;
      const link = { address, code: digits, device, place, at };
      if (movedUserId !== null) return movedLetter(address, client, at);
      return userId !== null
        ? magicLinkLetter({
            ...link,
            url: origin + withQuery(MAIL_PAGES["magic-link"].link, { token }),
          })
        : magicLinkWithoutAccountLetter({
            ...link,
            url: origin + withQuery(MAIL_PAGES.registration.form, { token }),
          });
    },
    { reads: mailboxColumns(address), records: linkAsked(address, client) },
  );
}

function linkAsked(address: Email, { device, subnet, place }: ClientInfo): Prisma.Sql {
  const event: ActivityEvent = "link-asked";
  return Prisma.sql`
    insert into "Activity" (event, address, "userId", device, network, place)
    select ${event}, ${address}, ${ownerOf(address)}, ${device}, ${subnet}, ${place} from reserved returning id`;
}

function newCode(): string {
  return randomInt(10 ** limits.codeDigits)
    .toString()
    .padStart(limits.codeDigits, "0");
}
