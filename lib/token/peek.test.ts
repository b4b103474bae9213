import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { newPerson, someone, together } from "@/e2e/support/unit/people";
import { mint } from "@/e2e/support/unit/tokens";
import { newToken } from "../secrets";
import { consumeToken } from "./consume";
import { peekToken, SIGN_IN_PURPOSES } from "./peek";

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

  it("knows a sign-in link by either of its two purposes, and no token of another", async () => {
    for (const purpose of SIGN_IN_PURPOSES) {
      const { token } = await mint(someone(), { purpose });
      expect(await peekToken(token, SIGN_IN_PURPOSES)).toMatchObject({ state: "valid", purpose });
    }
    const { token } = await mint(someone(), { purpose: "reset" });
    expect(await peekToken(token, SIGN_IN_PURPOSES)).toMatchObject({ state: "unknown" });
  });

  it("says whose its address is by now", async () => {
    const { id, address } = await newPerson({ name: "Ana" });
    const prepared = { name: "Otra" };
    const known = await mint(address, { prepared });
    expect(await peekToken(known.token, "magic-link")).toMatchObject({
      name: "Otra",
      owner: { id, address, name: "Ana", image: null, emailVerified: expect.any(Date) },
    });
    const unknown = await mint(someone(), { prepared });
    expect(await peekToken(unknown.token, "magic-link")).toMatchObject({ owner: null });
  });
});
