import { encode } from "uqr";
import { BRAND } from "../config/brand";
import type { Email } from "../email";
import { BASE32, base32, inGroups } from "./base32";

export type AppLink = {
  /** the secret as it is typed */
  typed: string;
  /** what an authenticator app opens (Key Uri Format of Google Authenticator) */
  url: string;
  /** the same as a QR code of `size` modules a side, whose dark ones are an SVG path */
  qr: { size: number; path: string };
};

/** How an authenticator app is given a secret. Digits, step and algorithm are those that apps begin with. */
export function appLink(secret: Buffer, address: Email): AppLink {
  const key = base32(secret, BASE32);
  const [issuer, account] = [BRAND.name, address].map(encodeURIComponent);
  const url = `otpauth://totp/${issuer}:${account}?secret=${key}&issuer=${issuer}`;
  const { size, data } = encode(url, { ecc: "M", border: 0 });
  const path = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { typed: inGroups(key, " "), url, qr: { size, path: path.join("") } };
}
