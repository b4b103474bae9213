import { describe, expect, it } from "vitest";
import { tell } from "@/e2e/support/unit/settings";
import { type ChallengeUse, newChallenge, readChallenge } from "./challenge";

const USE: ChallengeUse = { purpose: "sign-in", bound: "a browser" };
const NOW = 1_800_000_000;

describe("a challenge", () => {
  it("tells when it was given, for its own use alone", () => {
    const challenge = newChallenge(USE, NOW);
    expect(readChallenge(challenge, USE)).toMatchObject({ issued: NOW });
    for (const other of [
      { ...USE, purpose: "prove" },
      { ...USE, purpose: "add" },
      { ...USE, bound: "another" },
      { ...USE, bound: "" },
    ] as const)
      expect(readChallenge(challenge, other)).toBeNull();
  });

  it("outlives a rotation of the secret, and no second one", () => {
    const [first, second, third] = ["a", "b", "c"].map((letter) => letter.repeat(40));
    tell({ NEXTAUTH_SECRET: first });
    const challenge = newChallenge(USE, NOW);
    tell({ NEXTAUTH_SECRET: second, NEXTAUTH_SECRET_PREVIOUS: first });
    expect(readChallenge(challenge, USE)).not.toBeNull();
    tell({ NEXTAUTH_SECRET: third, NEXTAUTH_SECRET_PREVIOUS: second });
    expect(readChallenge(challenge, USE)).toBeNull();
  });

  it.each(["", "A", "AAAA", "A".repeat(72), "A".repeat(73), "ñ"])("that is none: %s", (text) => {
    expect(readChallenge(text, USE)).toBeNull();
  });
});
