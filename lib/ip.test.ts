import { describe, expect, it } from "vitest";
import { isLoopback, parseIp, shownSubnet, subnetOf } from "./ip";

describe("an IP address", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9", "203.0.113.0/24"],
    ["2001:0DB8:0:0:1::7", "2001:db8::1:0:0:7", "2001:db8:0:0::/64"],
    ["::ffff:c633:6401", "198.51.100.1", "198.51.100.0/24"],
    ["fe80::1%eth0", "fe80::1", "fe80:0:0:0::/64"],
  ])("%s is read as %s in %s", (text, plain, subnet) => {
    const ip = parseIp(text);
    expect([ip?.toString(), ip && subnetOf(ip)]).toEqual([plain, subnet]);
  });

  it.each(["", "127.1", "0x7f.0.0.1", "010.0.0.1", "2130706433", "1.2.3.4 ", "[::1]", "evil"])(
    "is none where only inet_aton would read it: %j",
    (text) => {
      expect(parseIp(text)).toBeNull();
    },
  );
});

it.each([
  ["localhost", true],
  ["127.0.0.1", true],
  ["127.0.1.1", true],
  ["::1", true],
  ["[::1]", true],
  ["[::ffff:127.0.0.1]", true],
  ["0.0.0.0", false],
  ["10.0.0.1", false],
  ["127.0.0.1.evil.com", false],
  ["localhost.evil.com", false],
  ["[::2]", false],
  ["", false],
])("a host %j is this machine alone: %s", (host, loopback) => {
  expect(isLoopback(host)).toBe(loopback);
});

describe("a subnet, as its owner reads it,", () => {
  it.each([
    ["190.24.10.7", "190.24.10.x"],
    ["203.0.113.9", "203.0.113.x"],
    ["2800:e2:4:1:aaaa::7", "2800:e2:4:1::x"],
    ["2800:e2::7", "2800:e2:0:0::x"],
    ["127.0.0.1", null],
    ["::1", null],
    ["10.3.2.1", null],
    ["172.20.0.5", null],
    ["192.168.1.4", null],
    ["169.254.1.1", null],
    ["100.64.3.2", null],
    ["fd00::1", null],
    ["fe80::1", null],
  ])("of %s is %s", (text, shown) => {
    const ip = parseIp(text);
    expect(ip && shownSubnet(subnetOf(ip))).toBe(shown);
  });

  it("is nothing where none is known", () => {
    expect(shownSubnet("unknown")).toBeNull();
  });
});
