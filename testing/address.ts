import { randomBytes } from "node:crypto";

/** An address nobody has used: every test has its own person, and none meets another's throttle. */
export function freshAddress(domain = "ejemplo.com"): string {
  return `p${randomBytes(6).toString("hex")}@${domain}`;
}
