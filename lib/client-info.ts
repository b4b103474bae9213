import Bowser from "bowser";
import { settings } from "./config/settings";
import { parseIp, subnetOf } from "./ip";
import { keptDevice } from "./messages/origin";
import { type Reader, reader } from "./messages/reader";
import { isToken, newToken, sameSecret } from "./secrets";
import { singleton } from "./singleton";

export type ClientInfo = Readonly<{
  /** as `keptDevice` writes it */
  device: string;
  /** null when no trusted source says it */
  ip: string | null;
  /** /24 (IPv4) or /64 (IPv6): the unit that limits count */
  subnet: string;
  /** `Bogotá, CO`, only where the platform says so */
  place: string | null;
  /** its long-lived cookie; fresh where it had none */
  browserToken: string;
  /** its cookies that skip the second step, one a user */
  trustedTokens: readonly string[];
  /** of the session that it has */
  sessionToken: string | undefined;
  /** in which language and zone it reads */
  reader: Reader;
}>;

/** Set by server.ts on every request, with a secret of this process so that no client can forge it. */
export const PEER_HEADER = "x-ingreso-peer";
const stamp = singleton("peer-stamp", newToken);
export const stampedPeer = (ip: string) => `${stamp} ${ip}`;

type KnownBy = { device?: string; trusted?: Iterable<string>; session?: string };

/** @param cookies the request's, by their kinds */
export function clientInfoOf(headers: Headers, cookies: KnownBy = {}): ClientInfo {
  const ip = addressOf(headers);
  return {
    device: deviceOf(headers.get("user-agent")),
    ip,
    subnet: subnetKeyOf(ip),
    place: settings().serverless ? platformPlace(headers) : null,
    browserToken: isToken(cookies.device) ? cookies.device : newToken(),
    trustedTokens: [...(cookies.trusted ?? [])].filter(isToken),
    sessionToken: cookies.session,
    reader: reader(),
  };
}

/** Bowser takes any first word of a user agent for a browser: without this list a stranger's text would reach our mails. */
const BROWSERS = new Set(Object.values(Bowser.BROWSER_MAP));

/** Browser and system, to be kept; empty when the user agent is unknown. */
export function deviceOf(userAgent: string | null): string {
  if (!userAgent) return "";
  const { browser, os, platform } = Bowser.parse(userAgent.slice(0, 512));
  const system =
    platform.model === "iPhone" || platform.model === "iPad" ? platform.model : os.name;
  if (!browser.name || !BROWSERS.has(browser.name)) return keptDevice("", system ?? "");
  const name = browser.name.replace(/^Microsoft | for Android$/g, "");
  return keptDevice(name, system ?? "");
}

export function subnetKeyOf(ip: string | null): string {
  const read = ip === null ? null : parseIp(ip);
  return read ? subnetOf(read) : "unknown";
}

function addressOf(headers: Headers): string | null {
  const hops = settings().trustedProxyHops;
  const forwarded = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  const entry = hops > 0 && hops <= forwarded.length ? forwarded.at(-hops) : undefined;
  return plainIp(entry) ?? plainIp(stampedIp(headers.get(PEER_HEADER)));
}

function stampedIp(header: string | null): string | undefined {
  const [proof = "", ip] = (header ?? "").split(" ");
  return sameSecret(proof, stamp) ? ip : undefined;
}

/** Without the port and the brackets that some proxies write (RFC 7239 §6). */
function plainIp(entry: string | undefined): string | null {
  if (entry === undefined) return null;
  const [, bracketed, bare] = /^\[(.*)\](?::\d+)?$|^([\d.]+):\d+$/.exec(entry) ?? [];
  return parseIp(bracketed ?? bare ?? entry)?.toString() ?? null;
}

function platformPlace(headers: Headers): string | null {
  const city = headers.get("x-vercel-ip-city");
  const country = headers.get("x-vercel-ip-country");
  if (!city || !country || !/^[A-Z]{2}$/.test(country)) return null;
  try {
    const readable = decodeURIComponent(city);
    return /^[\p{L}\p{M} .'-]{1,60}$/u.test(readable) ? `${readable}, ${country}` : null;
  } catch {
    return null;
  }
}
