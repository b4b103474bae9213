import type { Email } from "@/lib/email";
import { countAttempt } from "@/lib/rate-limit/attempts";
import { type EmailPurpose, reserveEmail } from "@/lib/rate-limit/emails";
import { stranger } from "./people";

/** Counts a password try at an address, from a network of its own: only the address limits it. */
export const attempt = (address: Email) => countAttempt(address, stranger().subnet);

/** Counts a send to an address, asked for from a network of its own. */
export const reserve = (purpose: EmailPurpose, address: Email) =>
  reserveEmail(purpose, address, stranger().subnet);
