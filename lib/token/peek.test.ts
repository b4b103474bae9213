import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { someone, together } from "@/e2e/support/unit/people";
import { mint } from "@/e2e/support/unit/tokens";
import { newToken } from "../crypto";
import { consumeToken } from "./consume";
import { linkPurpose, peekToken } from "./peek";

describe("looking at a token", () => {
  it("changes nothing, any number of times", async () => {
    const address = someone();
    const { token } = await mint(address);
    const row = () => database.sql(`select * from "OneTimeToken" where address = $1`, [address]);
    const before = await row();
    await together(50, () => peekToken(token, "magic-link"));
    expect(await row()).toEqual(before);
    expect(await consumeToken(token, "magic-link")).toMatchObject({ ok: true });
  });

  it("tells used, ended, expired and unknown ones apart", async () => {
    const address = someone();
    const [used, ended] = [await mint(address), await mint(address)];
    const expired = await mint(address, { life: 0 });
    await consumeToken(used.token, "magic-link");
    const states = [used, ended, expired, { token: newToken() }].map(
      async ({ token }) => (await peekToken(token, "magic-link")).state,
    );
    expect(await Promise.all(states)).toEqual(["used", "ended", "expired", "unknown"]);
  });

  it("says that a used one was used, also once it would have expired", async () => {
    const { token } = await mint(someone());
    await consumeToken(token, "magic-link");
    await database.age("6 days");
    expect(await peekToken(token, "magic-link")).toMatchObject({ state: "used" });
  });

  it.each([undefined, null, 7, "", "short", ["a"], "a".repeat(44), `${"a".repeat(42)}\n`, "\0"])(
    "finds nothing under %j",
    async (token) => {
      expect(await peekToken(token, "magic-link")).toEqual({ state: "unknown", address: null });
    },
  );

  it("knows a sign-in link by either of its two purposes", async () => {
    const link = await mint(someone());
    const proved = await mint(someone(), { purpose: "proved-address" });
    expect(await linkPurpose(link.token)).toBe("magic-link");
    expect(await linkPurpose(proved.token)).toBe("proved-address");
  });
});
