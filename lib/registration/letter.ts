import type { Email } from "@/lib/email";
import { frame } from "../mail/frame";
import type { Asked, Written } from "../mail/letter";
import { messages } from "../messages/messages";

type Registration = Asked & { address: Email; url: string };

/** Proves an address before it becomes an account. */
export const registrationLetter = (registration: Registration): Written =>
  frame(messages().letters.registration, registration);

/** Somebody asked to register an address that has an account: says so, and how to come in. `url` is `/login`. */
export const alreadyRegisteredLetter = (registration: Registration): Written =>
  frame(messages().letters.alreadyRegistered, registration);
