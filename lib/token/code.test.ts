import { describe, expect, it } from "vitest";
import { database } from "@/e2e/unit";
import { someone, together } from "@/e2e/unit/people";
import { mint } from "@/e2e/unit/tokens";
import type { Address } from "../address";
import { limits } from "../limits";
import { newToken } from "../secret";
import { type CodeUse, consumeCode } from "./code";
import { consumeToken } from "./consume";

const RIGHT = "402918";
const WRONG = "000000";
const asked = (browser: string, address: Address = someone(), digits = RIGHT) =>
  mint(address, { browser, code: { digits, life: limits.codeLife } });
const ended = { ok: false, refusal: "ended" };
const right = (uses: CodeUse[]) => uses.filter(({ ok }) => ok).length;

describe("a code", () => {
  it("works in the browser that asked, and in no other", async () => {
    const [browser, address] = [newToken(), someone()];
    await asked(browser, address);
    expect(await consumeCode(newToken(), RIGHT)).toMatchObject(ended);
    expect(await consumeCode(browser, RIGHT)).toMatchObject({ ok: true, token: { address } });
  });

  it("works once, also when it comes fifty times at the same instant", async () => {
    const browser = newToken();
    await asked(browser);
    expect(right(await together(50, () => consumeCode(browser, RIGHT)))).toBe(1);
    expect(await consumeCode(browser, RIGHT)).toMatchObject(ended);
  });

  it("allows five tries, also when fifty come at the same instant", async () => {
    const browser = newToken();
    await asked(browser);
    const uses = await together(50, () => consumeCode(browser, WRONG));
    const left = uses.flatMap((use) => (!use.ok && use.refusal === "wrong" ? use.triesLeft : []));
    expect(left.sort()).toEqual([0, 1, 2, 3, 4]);
    expect(await consumeCode(browser, RIGHT)).toMatchObject(ended);
  });

  it("works at its fifth try, not at its sixth", async () => {
    const browser = newToken();
    await asked(browser);
    for (const triesLeft of [4, 3, 2, 1])
      expect(await consumeCode(browser, WRONG)).toMatchObject({ refusal: "wrong", triesLeft });
    expect(await consumeCode(browser, RIGHT)).toMatchObject({ ok: true });
  });

  it("lives ten minutes; its link lives on", async () => {
    const browser = newToken();
    const { token } = await asked(browser);
    await database.age("595 seconds");
    expect(await consumeCode(browser, WRONG)).toMatchObject({ refusal: "wrong" });
    await database.age("5 seconds");
    expect(await consumeCode(browser, RIGHT)).toMatchObject(ended);
    expect(await consumeToken(token, "magic-link")).toMatchObject({ ok: true });
  });

  it("is matched against each of this browser's live requests", async () => {
    const [browser, first, second] = [newToken(), someone(), someone()];
    await asked(browser, first, "111111");
    await asked(browser, second, "222222");
    expect(await consumeCode(browser, WRONG)).toMatchObject({
      wrong: expect.arrayContaining([first, second]),
    });
    expect(await consumeCode(browser, "111111")).toMatchObject({
      token: { address: first },
      wrong: [second],
    });
    expect(await consumeCode(browser, "222222")).toMatchObject({ token: { address: second } });
  });

  it("of two at the same instant for one address: one wins, in every round", async () => {
    for (let round = 0; round < 15; round += 1) {
      const [browser, address] = [newToken(), someone()];
      await asked(browser, address, "111111");
      await asked(browser, address, "222222");
      const uses = await together(4, (n) => consumeCode(browser, n % 2 ? "111111" : "222222"));
      expect(right(uses)).toBe(1);
    }
  });

  it("and its link are one request: using either ends both, in every round", async () => {
    for (let round = 0; round < 15; round += 1) {
      const browser = newToken();
      const { token } = await asked(browser);
      const [byCode, byLink] = await Promise.all([
        consumeCode(browser, RIGHT),
        consumeToken(token, "magic-link"),
      ]);
      expect([byCode.ok, byLink.ok].filter(Boolean)).toHaveLength(1);
      expect(await consumeCode(browser, RIGHT)).toMatchObject(ended);
      expect(await consumeToken(token, "magic-link")).toMatchObject({ ok: false });
    }
  });

  it("used ends every other link of its address", async () => {
    const [browser, address] = [newToken(), someone()];
    const other = await mint(address);
    await asked(browser, address);
    await consumeCode(browser, RIGHT);
    expect(await consumeToken(other.token, "magic-link")).toMatchObject({ state: "ended" });
  });

  it("that its address does not admit is not compared; its link works", async () => {
    const [browser, address] = [newToken(), someone()];
    const { token } = await asked(browser, address);
    expect(await consumeCode(browser, RIGHT, async () => false)).toMatchObject(ended);
    expect(await consumeToken(token, "magic-link")).toMatchObject({ ok: true });
  });

  it("is not in a token without one", async () => {
    const browser = newToken();
    await mint(someone(), { purpose: "registration", browser });
    await mint(someone(), { browser });
    expect(await consumeCode(browser, RIGHT)).toMatchObject(ended);
  });
});
