import { describe, expect, it } from "vitest";
import { pathOf } from "./request-target";

const PUBLIC = ["https://ingreso.example.com"];
const IPV6 = ["http://[::1]:3000"];

describe("what a request asks for", () => {
  it.each([
    [PUBLIC, "/login?a=b//c", "/login?a=b//c"],
    [PUBLIC, "https://ingreso.example.com/login?a=b", "/login?a=b"],
    [PUBLIC, "HTTPS://Ingreso.Example.COM:443/login", "/login"],
    [PUBLIC, "https://ingreso.example.com", "/"],
    [PUBLIC, "https://ingreso.example.com?a=b", "/?a=b"],
    [["http://localhost"], "http://localhost:80/login", "/login"],
    [IPV6, "http://[::1]:3000/login", "/login"],
    [IPV6, "http://[0:0:0:0:0:0:0:1]:3000/login", "/login"],
    [[...IPV6, "http://[::1]:3001"], "http://[::1]:3001/login", "/login"],
  ])("of %j: %s is %s", (origins, target, path) => {
    expect(pathOf(target, origins)).toBe(path);
  });

  it.each([
    "*",
    "",
    "ingreso.example.com:443",
    "http://ingreso.example.com/login",
    "https://ingreso.example.com:8443/login",
    "https://ingreso.example.com.evil.example/login",
    "https://user:pass@ingreso.example.com/login",
    "https://@ingreso.example.com/login",
    "https://ingreso.example.com\\@evil.example/login",
    "https://ingreso.example.com#/login",
    "https://ingreso%2eexample.com/login",
    "https://ingreso.example.com/%",
    "https://ingreso.example.com//evil.example",
    "https://ingreso.example.com/%00",
    "https://[/login",
    "https:///login",
    "https:/login",
    "//ingreso.example.com/login",
    "login",
  ])("cannot be %j", (target) => {
    expect(pathOf(target, PUBLIC)).toBeNull();
  });
});
