import type { ClientInfo } from "../client-info";
import type { Email } from "../email";
import { frame } from "../mail/frame";
import type { Asked, Written } from "../mail/letter";
import { messages } from "../messages/messages";
import { undoUrl } from "../token/undo";

type Change = Asked & { address: Email; url: string };

/** To the new address. */
export const emailChangeLetter = (change: Change): Written =>
  frame(messages().letters.emailChange, change);

/** To a new address that has an account already: says so, and how to sign in. `url` is `/login`. */
export const emailTakenLetter = (change: Change): Written =>
  frame(messages().letters.emailTaken, change);

/** To an address whose owner has moved away, whatever was asked for: says so, and how to undo it. */
export async function movedLetter(address: Email, client: ClientInfo, at: Date): Promise<Written> {
  const { device, place } = client;
  const url = (await undoUrl(address, client)) ?? undefined;
  return frame(messages().letters.moved, { address, device, place, at, url });
}
