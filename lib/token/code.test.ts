import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { someone, together } from "@/e2e/support/unit/people";
import { mint } from "@/e2e/support/unit/tokens";
import { limits } from "../config/limits";
import type { Email } from "../email";
import { newToken } from "../secrets";
import { tryCode } from "./code";
import { consumeHash, consumeToken } from "./consume";

const RIGHT = "402918";
const WRONG = "000000";
const asked = (browser: string, address: Email = someone(), digits = RIGHT) =>
  mint(address, { browser, code: { digits, life: limits.codeLifeSeconds } });
const ended = { ok: false, refusal: "ended" };

describe("a code", () => {
  it("works in the browser that asked, and in no other", async () => {
    const [browser, address] = [newToken(), someone()];
    await asked(browser, address);
    expect(await tryCode(newToken(), RIGHT)).toMatchObject(ended);
    expect(await tryCode(browser, RIGHT)).toMatchObject({ ok: true, right: { address } });
  });

  it("that was used is tried no more", async () => {
    const browser = newToken();
    await asked(browser);
    const tried = await tryCode(browser, RIGHT);
    await consumeHash(tried.ok ? tried.right.tokenHash : "", "magic-link");
    expect(await tryCode(browser, RIGHT)).toMatchObject(ended);
  });

  it("allows five tries, also when fifty come at the same instant", async () => {
    const browser = newToken();
    await asked(browser);
    const uses = await together(50, () => tryCode(browser, WRONG));
    const left = uses.flatMap((use) => (!use.ok && use.refusal === "wrong" ? use.triesLeft : []));
    expect(left.sort()).toEqual([0, 1, 2, 3, 4]);
    expect(await tryCode(browser, RIGHT)).toMatchObject(ended);
  });

  it("works at its fifth try, not at its sixth", async () => {
    const browser = newToken();
    await asked(browser);
    for (const triesLeft of [4, 3, 2, 1])
      expect(await tryCode(browser, WRONG)).toMatchObject({ refusal: "wrong", triesLeft });
    expect(await tryCode(browser, RIGHT)).toMatchObject({ ok: true });
  });

  it("lives ten minutes; its link lives on", async () => {
    const browser = newToken();
    const { token } = await asked(browser);
    await database.age("595 seconds");
    expect(await tryCode(browser, WRONG)).toMatchObject({ refusal: "wrong" });
    await database.age("5 seconds");
    expect(await tryCode(browser, RIGHT)).toMatchObject(ended);
    expect(await consumeToken(token, "magic-link")).toMatchObject({ ok: true });
  });

  it("is matched against each of this browser's live requests", async () => {
    const [browser, first, second] = [newToken(), someone(), someone()];
    await asked(browser, first, "111111");
    await asked(browser, second, "222222");
    expect(await tryCode(browser, WRONG)).toMatchObject({
      wrong: expect.arrayContaining([first, second]),
    });
    expect(await tryCode(browser, "111111")).toMatchObject({
      right: { address: first },
      wrong: [second],
    });
    expect(await tryCode(browser, "222222")).toMatchObject({ right: { address: second } });
  });

  it("that its address does not admit is not compared; its link works", async () => {
    const [browser, address] = [newToken(), someone()];
    const { token } = await asked(browser, address);
    expect(await tryCode(browser, RIGHT, async () => false)).toMatchObject(ended);
    expect(await consumeToken(token, "magic-link")).toMatchObject({ ok: true });
  });

  it("is not in a token without one", async () => {
    const browser = newToken();
    await mint(someone(), { purpose: "registration", browser });
    await mint(someone(), { browser });
    expect(await tryCode(browser, RIGHT)).toMatchObject(ended);
  });
});
