import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { someone, together } from "@/e2e/support/unit/people";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { mint } from "@/e2e/support/unit/tokens";
import { type Consumption, consumeToken, endTokens } from "./consume";
import type { TokenPurpose } from "./one-time";
import { peekToken } from "./peek";

const PURPOSES: TokenPurpose[] = ["magic-link", "registration", "reset", "proved-address"];
const winners = (uses: Consumption[]) => uses.filter(({ ok }) => ok).length;
const stateOf = async (token: string, purpose: TokenPurpose = "magic-link") =>
  (await peekToken(token, purpose)).state;

describe("a token", () => {
  it("used fifty times at the same instant works once; the others hear that it was used", async () => {
    const { token } = await mint(someone());
    const uses = await together(50, () => consumeToken(token, "magic-link"));
    expect(winners(uses)).toBe(1);
    expect(uses.filter((use) => !use.ok && use.state === "used")).toHaveLength(49);
  });

  it("used by two processes at the same instant works once", async () => {
    const { token } = await mint(someone());
    const other = new SecondProcess(`import { consumeToken } from "./lib/token/consume";
      await consumeToken("nobody's", "magic-link");
      await gate();
      const uses = Array.from({ length: 25 }, () => consumeToken("${token}", "magic-link"));
      console.log(JSON.stringify(await Promise.all(uses)));
      process.exit();`);
    await other.ready();
    const [here, there] = await Promise.all([
      together(25, () => consumeToken(token, "magic-link")),
      other.go<Consumption[]>(),
    ]);
    expect(winners([...here, ...there])).toBe(1);
  });

  it("used at the same instant as another link of its address: one wins, in every round", async () => {
    for (let round = 0; round < 20; round += 1) {
      const address = someone();
      const links = [await mint(address), await mint(address)];
      const uses = await together(10, (n) =>
        consumeToken((links[n % 2] ?? links[0])?.token ?? "", "magic-link"),
      );
      expect(winners(uses)).toBe(1);
      const states = await Promise.all(links.map(({ token }) => stateOf(token)));
      expect(states.sort()).toEqual(["ended", "used"]);
    }
  });

  it("used at the same instant as nine others of its address: one wins, nothing deadlocks", async () => {
    const address = someone();
    const links = await together(10, () => mint(address));
    const uses = await Promise.all(links.map(({ token }) => consumeToken(token, "magic-link")));
    expect(winners(uses)).toBe(1);
    expect(uses.filter((use) => !use.ok && use.state === "ended")).toHaveLength(9);
  });

  it("an older one works until a newer one is used", async () => {
    const address = someone();
    const [older, newer] = [await mint(address), await mint(address)];
    expect(await stateOf(older.token)).toBe("valid");
    expect(await consumeToken(older.token, "magic-link")).toMatchObject({ ok: true });
    expect(await consumeToken(newer.token, "magic-link")).toMatchObject({
      ok: false,
      state: "ended",
      address,
    });
  });

  it("used leaves other addresses and purposes alone", async () => {
    const address = someone();
    const [used, reset, foreign] = [
      await mint(address),
      await mint(address, { purpose: "reset" }),
      await mint(someone()),
    ];
    await consumeToken(used.token, "magic-link");
    expect(await stateOf(reset.token, "reset")).toBe("valid");
    expect(await stateOf(foreign.token)).toBe("valid");
  });

  it("of one registration ends no other one", async () => {
    const address = someone();
    const [one, other] = await together(2, () => mint(address, { purpose: "registration" }));
    await consumeToken(one?.token ?? "", "registration", { alone: true });
    expect(await stateOf(other?.token ?? "", "registration")).toBe("valid");
  });

  it("that expired is never used", async () => {
    const { token } = await mint(someone());
    await database.age("30 minutes");
    expect(await consumeToken(token, "magic-link")).toMatchObject({ ok: false, state: "expired" });
  });

  const pairs = PURPOSES.flatMap((made) => PURPOSES.map((used) => [made, used] as const));
  it.each(pairs.filter(([made, used]) => made !== used))(
    "made for %s never serves as %s",
    async (made, used) => {
      const address = someone();
      const { token } = await mint(address, { purpose: made });
      expect(await consumeToken(token, used)).toEqual({
        ok: false,
        state: "unknown",
        address: null,
      });
      expect(await stateOf(token, made)).toBe("valid");
    },
  );

  it("brings back what was prepared with it, to whoever uses it", async () => {
    const prepared = { name: "Ana", passwordHash: "h", passwordScheme: "bcrypt", googleSub: "7" };
    const { token } = await mint(someone(), {
      purpose: "registration",
      prepared,
      callbackUrl: "/cuenta?a=1",
    });
    expect(await consumeToken(token, "registration")).toMatchObject({
      token: { ...prepared, callbackUrl: "/cuenta?a=1" },
    });
  });

  it("ends with all others of its address and purpose, while some of them are being used", async () => {
    const address = someone();
    const resets = await together(10, () => mint(address, { purpose: "reset" }));
    const [uses] = await Promise.all([
      Promise.all(resets.map(({ token }) => consumeToken(token, "reset"))),
      endTokens(address, "reset"),
    ]);
    expect(winners(uses)).toBeLessThanOrEqual(1);
    for (const { token } of resets) expect(await stateOf(token, "reset")).not.toBe("valid");
  });
});
