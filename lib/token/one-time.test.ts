import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { someone, stranger } from "@/e2e/support/unit/people";
import { limits } from "../config/limits";
import { newToken } from "../secrets";
import { discardToken, mintToken } from "./one-time";
import { peekToken } from "./peek";

const rowsOf = (address: string) =>
  database.sql<Record<string, unknown>>(`select * from "OneTimeToken" where address = $1`, [
    address,
  ]);

describe("a token", () => {
  it("has 256 random bits, and only its hash is stored", async () => {
    const [address, browser] = [someone(), newToken()];
    const { token } = await mintToken({
      purpose: "magic-link",
      address,
      life: 60,
      browser,
      client: stranger(),
      code: { digits: "123456", life: 60 },
    });
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const stored = JSON.stringify(await rowsOf(address));
    for (const secret of [token, browser, "123456"]) expect(stored).not.toContain(secret);
  });

  it("is another one each time", async () => {
    const minting = { purpose: "reset", address: someone(), life: 60, browser: null } as const;
    const minted = await Promise.all(
      Array.from({ length: 20 }, () => mintToken({ ...minting, client: stranger() })),
    );
    expect(new Set(minted.map(({ token }) => token)).size).toBe(20);
  });

  it.each([
    ["magic-link", limits.magicLinkLifeSeconds],
    ["registration", limits.registrationLifeSeconds],
    ["reset", limits.resetLifeSeconds],
  ] as const)("for %s lives %i seconds by the database's clock", async (purpose, life) => {
    const address = someone();
    const { token } = await mintToken({
      purpose,
      address,
      life,
      browser: null,
      client: stranger(),
    });
    await database.age(`${life - 5} seconds`);
    expect(await peekToken(token, purpose)).toMatchObject({ state: "valid", address });
    await database.age("5 seconds");
    expect(await peekToken(token, purpose)).toMatchObject({ state: "expired", address });
  });

  it("whose mail was refused leaves nothing", async () => {
    const address = someone();
    const { token, tokenHash } = await mintToken({
      purpose: "registration",
      address,
      life: 60,
      browser: null,
      client: stranger(),
    });
    await discardToken(tokenHash);
    expect(await rowsOf(address)).toEqual([]);
    expect(await peekToken(token, "registration")).toEqual({ state: "unknown", address: null });
  });
});
