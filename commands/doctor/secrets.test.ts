import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { settings } from "@/lib/config/settings";
import { isDrawn, secretFindings } from "./secrets";

describe("the scheduler's secret", () => {
  const found = (cronSecret: string) =>
    secretFindings({ ...settings(), cronSecret }).find(({ check }) => check === "scheduler");

  it("is short when it has fewer than 16 characters, drawn or not", () => {
    expect(found("Qv8kJwz2HbT7nYd")).toMatchObject({
      gravity: "warning",
      says: expect.stringContaining("fewer than 16"),
    });
    expect(found("Qv8kJwz2HbT7nYd5")).toMatchObject({ gravity: "ok" });
  });
});

describe("a secret", () => {
  it.each(["base64", "base64url", "hex"] as const)("that was drawn is known as such: %s", (as) => {
    const drawn = Array.from({ length: 200 }, () =>
      randomBytes(as === "hex" ? 32 : 33).toString(as),
    );
    expect(drawn.filter((secret) => !isDrawn(secret))).toEqual([]);
  });

  it.each([
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "abc123abc123abc123abc123abc123abc123",
    "change-me-change-me-change-me-please",
    "a long sentence that somebody wrote down here",
    "this-is-my-very-own-secret-for-nextauth",
    "01010101010101010101010101010101010",
  ])("that somebody wrote is known as such: %s", (secret) => {
    expect(isDrawn(secret)).toBe(false);
  });
});
