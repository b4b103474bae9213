import { describe, expect, it } from "vitest";
import { said, whoIsIn } from "@/e2e/support/unit/auth";
import { Authenticator } from "@/e2e/support/unit/authenticator";
import {
  programBrowser,
  signInOptionsOf,
  signInWith,
  withPasskey,
} from "@/e2e/support/unit/passkeys";

describe("a passkey", () => {
  it.each(["ES256", "EdDSA", "RS256"] as const)("signs in whose it is: %s", async (algorithm) => {
    const { address, authenticator } = await withPasskey(new Authenticator(algorithm));
    const caller = programBrowser();
    const answer = authenticator.get(await signInOptionsOf(caller));
    expect(await said(await signInWith(caller, answer))).toMatchObject({
      status: 200,
      url: expect.stringMatching(/\/cuenta$/),
    });
    expect(await whoIsIn(caller)).toMatchObject({ address, session: { method: "passkey" } });
  });
});
