import { afterEach, describe, expect, it } from "vitest";
import { tell } from "@/e2e/support/unit/settings";
import { clientInfoOf, deviceOf, PEER_HEADER, stampedPeer, subnetKeyOf } from "./client-info";
import { messages } from "./messages/messages";
import { deviceIn } from "./messages/origin";
import { newToken } from "./secrets";

const from = (headers: Record<string, string>) => clientInfoOf(new Headers(headers));
const peer = { [PEER_HEADER]: stampedPeer("203.0.113.9") };

afterEach(() => tell({ TRUSTED_PROXY_HOPS: undefined, VERCEL: undefined }));

describe("a device", () => {
  const windows =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
  it.each([
    [`${windows} Chrome/130.0 Safari/537.36`, "Chrome en Windows"],
    [`${windows} Chrome/130.0 Safari/537.36 Edg/130.0`, "Edge en Windows"],
    [`${windows} Chrome/130.0 Safari/537.36 OPR/115.0`, "Opera en Windows"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox en Linux"],
    [
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/130.0 Safari/537.36",
      "Chrome en Linux",
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
      "Safari en macOS",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari en iPhone",
    ],
    [
      "Mozilla/5.0 (Linux; Android 14; SM-S901B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0 Mobile Safari/537.36",
      "Samsung Internet en Android",
    ],
  ])("%s", (userAgent, device) => {
    expect(deviceIn(deviceOf(userAgent), messages())).toBe(device);
  });

  it.each([
    [null, "Dispositivo desconocido"],
    ["", "Dispositivo desconocido"],
    ["curl/8.1", "Dispositivo desconocido"],
    ["Entra a http://evil.com/ ya/1.0 x", "Dispositivo desconocido"],
    ["Ganaste: evil.com/1 (Windows NT 10.0)", "Dispositivo con Windows"],
    ["<b>evil.com</b>/1 (X11; Linux x86_64)", "Dispositivo con Linux"],
    [`${"a".repeat(100_000)}/1 (x)`, "Dispositivo desconocido"],
  ])("says nothing that a stranger typed: %s", (userAgent, device) => {
    expect(deviceIn(deviceOf(userAgent), messages())).toBe(device);
  });
});

describe("a network range", () => {
  it.each([
    ["203.0.113.9", "203.0.113.0/24"],
    ["2001:db8:12:34:5:6:7:8", "2001:db8:12:34::/64"],
    ["2001:0DB8:0012:0034::1", "2001:db8:12:34::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:db8:0:0:1::", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["::", "0:0:0:0::/64"],
    [null, "unknown"],
  ])("of %s is %s", (ip, subnet) => {
    expect(subnetKeyOf(ip)).toBe(subnet);
  });
});

describe("an address", () => {
  it.each([
    ["0", undefined, "203.0.113.9"],
    ["0", "198.51.100.1", "203.0.113.9"],
    ["1", "198.51.100.1", "198.51.100.1"],
    ["1", "6.6.6.6, 198.51.100.1", "198.51.100.1"],
    ["1", "6.6.6.6,198.51.100.1 ", "198.51.100.1"],
    ["2", "6.6.6.6, 198.51.100.1, 10.0.0.1", "198.51.100.1"],
    ["2", "198.51.100.1", "203.0.113.9"],
    ["1", "evil", "203.0.113.9"],
    ["1", "", "203.0.113.9"],
    ["1", undefined, "203.0.113.9"],
    ["1", "::ffff:198.51.100.1", "198.51.100.1"],
    ["1", "2001:db8::7", "2001:db8::7"],
    ["1", "fe80::1%eth0", "fe80::1"],
    ["1", "198.51.100.1:4444", "198.51.100.1"],
    ["1", "[2001:db8::7]:4444", "2001:db8::7"],
    ["1", "[2001:db8::7]", "2001:db8::7"],
    ["1", "2001:DB8:0:0::7", "2001:db8::7"],
    ["1", "::ffff:c633:6401", "198.51.100.1"],
    ["1", "0:0:0:0:0:FFFF:198.51.100.1", "198.51.100.1"],
    ["1", "[::ffff:198.51.100.1]:4444", "198.51.100.1"],
    ["1", "198.51.100.1:4444:1", "203.0.113.9"],
    ["1", "[198.51.100.1", "203.0.113.9"],
  ])("behind %s proxies of ours with X-Forwarded-For %j is %s", (hops, forwarded, ip) => {
    tell({ TRUSTED_PROXY_HOPS: hops });
    const headers = { ...peer, ...(forwarded !== undefined && { "x-forwarded-for": forwarded }) };
    expect(from(headers)).toMatchObject({ ip, subnet: subnetKeyOf(ip) });
  });

  it.each([
    ["::ffff:198.51.100.1", "198.51.100.1", "198.51.100.0/24"],
    ["::1", "::1", "0:0:0:0::/64"],
    ["2001:db8:1:2::7", "2001:db8:1:2::7", "2001:db8:1:2::/64"],
    ["fe80::1%eth0", "fe80::1", "fe80:0:0:0::/64"],
  ])("of a socket of both families, %s, is %s", (remote, ip, subnet) => {
    tell({ TRUSTED_PROXY_HOPS: "0" });
    expect(from({ [PEER_HEADER]: stampedPeer(remote) })).toMatchObject({ ip, subnet });
  });

  it.each(["6.6.6.6", `${newToken()} 6.6.6.6`, " 6.6.6.6", ""])(
    "is not what a client claims in our own header: %j",
    (forged) => {
      expect(from({ [PEER_HEADER]: forged })).toMatchObject({ ip: null, subnet: "unknown" });
    },
  );
});

describe("a place", () => {
  const bogota = { "x-vercel-ip-city": "Bogot%C3%A1", "x-vercel-ip-country": "CO" };
  it("is said by the platform alone", () => {
    expect(from({ ...peer, ...bogota }).place).toBeNull();
    tell({ VERCEL: "1" });
    expect(from(bogota).place).toBe("Bogotá, CO");
  });

  it.each([
    ["Bogot%C3", "CO"],
    ["evil.com/a", "CO"],
    ["Lima", "evil"],
    ["", "PE"],
    ["Lima", ""],
  ])("is left out where it is none: %j in %j", (city, country) => {
    tell({ VERCEL: "1" });
    expect(from({ "x-vercel-ip-city": city, "x-vercel-ip-country": country }).place).toBeNull();
  });
});

it("a browser is known by its long-lived cookie, and by a fresh one where that is none of ours", () => {
  const cookie = newToken();
  expect(clientInfoOf(new Headers(), { device: cookie }).browserToken).toBe(cookie);
  expect(clientInfoOf(new Headers(), { device: "evil" }).browserToken).toMatch(/^[\w-]{43}$/);
});
