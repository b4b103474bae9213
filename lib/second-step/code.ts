import { createHmac } from "node:crypto";
import { limits } from "../config/limits";

/**
 * HOTP with HMAC-SHA-1 (RFC 4226 §5.3); TOTP is this at the number of its step (RFC 6238 §4.2).
 * @returns `limits.totpDigits` digits
 */
export function codeAt(step: bigint, secret: Uint8Array, digits: number = limits.totpDigits) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(step);
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0xf;
  const truncated = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(truncated % 10 ** digits).padStart(digits, "0");
}
