import ipaddr from "ipaddr.js";

export type Ip = ipaddr.IPv4 | ipaddr.IPv6;

/**
 * Reads an IP address: IPv4 also where it is mapped into IPv6 (RFC 4291 §2.5.5.2), and without a zone, which is this
 * machine's alone. As text it has the one spelling of RFC 5952.
 * @returns null when it is none
 */
export function parseIp(text: string): Ip | null {
  const address = text.replace(/%.*$/, "");
  // without the first, 127.1 and octal numbers would be read too
  const valid = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address);
  return valid ? ipaddr.process(address) : null;
}

/** The /24 of an IPv4 address, the /64 of an IPv6 one: a household or an office, seldom a whole town. */
export function subnetOf(ip: Ip): string {
  if (ip instanceof ipaddr.IPv4) return `${ip.octets.slice(0, 3).join(".")}.0/24`;
  const groups = ip.parts.slice(0, 4).map((group) => group.toString(16));
  return `${groups.join(":")}::/64`;
}

/**
 * Whether a host is this machine alone: `localhost`, 127.0.0.0/8 (RFC 1122 §3.2.1.3) or ::1.
 * @param host a name or an address, in brackets or not
 */
export function isLoopback(host: string): boolean {
  return host === "localhost" || parseIp(host.replace(/^\[(.*)\]$/, "$1"))?.range() === "loopback";
}
