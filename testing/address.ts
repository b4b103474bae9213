import { randomBytes } from "node:crypto";

/** Nobody's (RFC 2606 §3): a mail that leaves a deployment after all reaches nobody. */
export const RESERVED_DOMAIN = "example.com";

/** An address nobody has used: every test has its own person, and none meets another's throttle. */
export function freshAddress(domain = "ejemplo.com"): string {
  return `p${randomBytes(6).toString("hex")}@${domain}`;
}
