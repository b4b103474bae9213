import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import { limits } from "../config/limits";
import { settings } from "../config/settings";
import type { Email } from "../email";
import { MAIL_PAGES, withQuery } from "../routes";
import { type Delivered, deliver } from "../token/deliver";
import { emailChangeLetter, emailTakenLetter, movedLetter } from "./letter";
import { mailboxOf } from "./mailbox";

type Owner = { id: string; address: Email; session: { id: string } };

/**
 * Sends a link to the new address, and counts for both. The owner of a taken address gets a mail by the same steps
 * (OWASP Authentication Cheat Sheet, Changing A User's Registered Email Address).
 */
export async function requestEmailChange(
  owner: Owner,
  address: Email,
  client: ClientInfo,
): Promise<Delivered> {
  const { userId, movedUserId } = await mailboxOf(address);
  const moved = movedUserId !== null && movedUserId !== owner.id;
  const delivered = await deliver(
    "email-change",
    {
      purpose: "email-change",
      address,
      life: limits.emailChangeLifeSeconds,
      browser: null,
      client,
      userId: owner.id,
      sessionId: owner.session.id,
    },
    ({ token, at }) => {
      const { origin } = settings();
      const asked = { address, device: client.device, place: client.place, at };
      if (moved) return movedLetter(address, client, at);
      return userId !== null
        ? emailTakenLetter({ ...asked, url: `${origin}/login` })
        : emailChangeLetter({
            ...asked,
            url: origin + withQuery(MAIL_PAGES["email-change"].link, { token }),
          });
    },
    { sender: owner.id },
  );
  if (delivered.ok) {
    const event = "email-change-asked";
    await recordActivity({ event, address: owner.address, userId: owner.id, client });
  }
  return delivered;
}
