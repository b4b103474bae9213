import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import { limits } from "../config/limits";
import { settings } from "../config/settings";
import { type Database, db } from "../database/client";
import type { Email } from "../email";
import { movedLetter } from "../email-change/letter";
import { mailboxOf } from "../email-change/mailbox";
import { MAIL_PAGES, withQuery } from "../routes";
import { type Delivered, deliver } from "../token/deliver";
import type { Prepared } from "../token/one-time";
import { alreadyRegisteredLetter, registrationLetter } from "./letter";

export type Registration = {
  address: Email;
  browser: string;
  client: ClientInfo;
  callbackUrl: string | null;
  prepared: Partial<Prepared>;
};

/**
 * What was typed waits with this token, so no attacker can prepare an account for another's address (Sudhodanan and
 * Paverd, USENIX Security 2022). The owner of a taken address gets a mail by the same steps.
 */
export async function register(registration: Registration): Promise<Delivered> {
  const { address, browser, client, callbackUrl, prepared } = registration;
  const { userId, movedUserId } = await mailboxOf(address);
  const taken = userId !== null || movedUserId !== null;
  return deliver(
    "registration",
    {
      purpose: "registration",
      address,
      life: limits.registrationLifeSeconds,
      browser,
      client,
      callbackUrl,
      prepared: taken ? {} : prepared,
    },
    ({ token, at }) => {
      const { origin } = settings();
      const asked = { address, device: client.device, place: client.place, at };
      if (movedUserId !== null) return movedLetter(address, client, at);
      return taken
        ? alreadyRegisteredLetter({ ...asked, url: `${origin}/login` })
        : registrationLetter({
            ...asked,
            url: origin + withQuery(MAIL_PAGES.registration.link, { token }),
          });
    },
  );
}

export async function recordRegistration(
  person: { id: string; address: Email },
  client: ClientInfo,
  database: Database = db(),
): Promise<void> {
  const { id: userId, address } = person;
  await recordActivity({ event: "registered", address, userId, client }, database);
}
