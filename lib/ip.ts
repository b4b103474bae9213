import ipaddr from "ipaddr.js";

export type Ip = ipaddr.IPv4 | ipaddr.IPv6;

/** Reads an IP address, IPv4 also mapped into IPv6 (RFC 4291 §2.5.5.2), without its zone; written as in RFC 5952. */
export function parseIp(text: string): Ip | null {
  const address = text.replace(/%.*$/, "");
  // the first refuses 127.1 and octal numbers
  const valid = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address);
  return valid ? ipaddr.process(address) : null;
}

/** The /24 of an IPv4 address, the /64 of an IPv6 one: a household or an office. */
export function subnetOf(ip: Ip): string {
  if (ip instanceof ipaddr.IPv4) return `${ip.octets.slice(0, 3).join(".")}.0/24`;
  const groups = ip.parts.slice(0, 4).map((group) => group.toString(16));
  return `${groups.join(":")}::/64`;
}

/** Whether a host, in brackets or not, is this machine: `localhost`, 127.0.0.0/8 (RFC 1122 §3.2.1.3) or ::1. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || parseIp(host.replace(/^\[(.*)\]$/, "$1"))?.range() === "loopback";
}

/** Ranges in which an address says nothing about where somebody is (RFC 6890, RFC 6598). */
const NOWHERE: readonly string[] = [
  ...["loopback", "private", "linkLocal", "uniqueLocal", "unspecified"],
  ...["carrierGradeNat", "broadcast", "multicast"],
];

/** A subnet as its owner reads it: `190.24.10.x`, `2800:e2:4:1::x`; null where it says nothing. */
export function shownSubnet(subnet: string): string | null {
  const ip = parseIp(subnet.replace(/\/\d+$/, ""));
  if (!ip || NOWHERE.includes(ip.range())) return null;
  if (ip instanceof ipaddr.IPv4) return `${ip.octets.slice(0, 3).join(".")}.x`;
  const groups = ip.parts.slice(0, 4).map((group) => group.toString(16));
  return `${groups.join(":")}::x`;
}
