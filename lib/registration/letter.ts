import type { Email } from "@/lib/email";
import { frame } from "../mail/frame";
import type { Asked, Written } from "../mail/letter";
import { messages } from "../messages/messages";

type Registration = Asked & { address: Email; url: string };

export const registrationLetter = (registration: Registration): Written =>
  frame(messages().letters.registration, registration);

/** For a taken address: says so, and how to sign in. `url` is `/login`. */
export const alreadyRegisteredLetter = (registration: Registration): Written =>
  frame(messages().letters.alreadyRegistered, registration);
