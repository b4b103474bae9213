import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { attempt } from "@/e2e/support/unit/counted";
import { cutAt } from "@/e2e/support/unit/cut";
import { newPerson, someone, stranger, together } from "@/e2e/support/unit/people";
import { mint } from "@/e2e/support/unit/tokens";
import { limits } from "../config/limits";
import type { Email } from "../email";
import { registerVerified } from "../registration/confirm";
import { newToken } from "../secrets";
import { consumeToken } from "../token/consume";
import { peekToken } from "../token/peek";
import { removeUser } from "../user/remove";
import { consumeMagicCode, consumeMagicLink, type LinkUse } from "./consume";

const CODE = "402918";
const WRONG = "000000";
const winners = (uses: LinkUse[]) => uses.filter(({ ok }) => ok).length;

const byLink = (token: string, client = stranger()) =>
  consumeMagicLink(token, { client, sessionToken: newToken() });
const byCode = (browser: string | null, digits: string, client = stranger()) =>
  consumeMagicCode(browser, digits, { client, sessionToken: newToken() });

async function asked(address: Email, browser = newToken()) {
  const code = { digits: CODE, life: limits.codeLifeSeconds };
  const { token } = await mint(address, { browser, code, callbackUrl: "/facturas" });
  return { token, browser };
}

describe("a magic link", () => {
  it("used fifty times at the same instant signs in once; the others hear that it was used", async () => {
    const { address } = await newPerson();
    const { token } = await asked(address);
    const uses = await together(50, () => byLink(token));
    expect(winners(uses)).toBe(1);
    expect(uses.find(({ ok }) => ok)).toMatchObject({
      kind: "user",
      user: { address },
      callbackUrl: "/facturas",
    });
    expect(uses.filter((use) => !use.ok && use.refusal === "used")).toHaveLength(49);
  });

  it("of an address without an account is left for /registro, which uses it once", async () => {
    const address = someone();
    const { token } = await asked(address);
    for (let n = 0; n < 3; n += 1)
      expect(await byLink(token)).toEqual({ ok: true, kind: "address", token });
    const register = () =>
      registerVerified({ token, browser: null, client: stranger(), chosen: { name: "Ana" } });
    expect(await register()).toMatchObject({ ok: true, created: true, callbackUrl: "/facturas" });
    expect(await byLink(token)).toEqual({ ok: false, refusal: "used" });
  });

  it.each(["used", "ended", "expired", "unknown"] as const)("that is %s says so", async (state) => {
    const { address } = await newPerson();
    const [link, other] = [await asked(address), await asked(address)];
    if (state === "used") await byLink(link.token);
    if (state === "ended") await byLink(other.token);
    if (state === "expired") await database.age("30 minutes");
    const token = state === "unknown" ? newToken() : link.token;
    expect(await byLink(token)).toEqual({ ok: false, refusal: state });
  });

  it.each(["registration", "reset"] as const)("is no token made for %s", async (purpose) => {
    const { address } = await newPerson();
    const { token } = await mint(address, { purpose });
    expect(await byLink(token)).toEqual({ ok: false, refusal: "unknown" });
    expect(await peekToken(token, purpose)).toMatchObject({ state: "valid" });
  });
});

describe("cut off while it opens the session", () => {
  it("a link is not used, and works afterwards", async () => {
    const { address } = await newPerson();
    const { token } = await asked(address);
    await cutAt('insert on "Session"', () => byLink(token));
    expect(await byLink(token)).toMatchObject({ ok: true, kind: "user" });
  });

  it.each(["Session", "OneTimeToken"])("a code works once more: insert on %s", async (table) => {
    const address = table === "Session" ? (await newPerson()).address : someone();
    const { browser } = await asked(address);
    await cutAt(`insert on "${table}"`, () => byCode(browser, CODE));
    expect(await byCode(browser, CODE)).toMatchObject({ ok: true });
  });
});

describe("at the instant in which the account is removed", () => {
  it.each([
    ["a link", (token: string) => byLink(token), "unknown"],
    ["a code", (_: string, browser: string) => byCode(browser, CODE), "code-ended"],
  ] as const)("%s signs in or is refused", async (_, use, refusal) => {
    for (let round = 0; round < 10; round += 1) {
      const person = await newPerson();
      const { token, browser } = await asked(person.address);
      const [used] = await Promise.all([use(token, browser), removeUser(person, stranger())]);
      if (!used.ok) expect(used.refusal).toBe(refusal);
    }
  });
});

describe("a code", () => {
  it("signs in in the browser that asked, and ends its link", async () => {
    const { address } = await newPerson();
    const { token, browser } = await asked(address);
    const client = stranger();
    expect(await byCode(browser, CODE, client)).toMatchObject({
      kind: "user",
      user: { address },
      callbackUrl: "/facturas",
    });
    expect(await byLink(token)).toEqual({ ok: false, refusal: "used" });
    expect(await hits(client.subnet)).toBe(0);
  });

  it("works once, also when it comes fifty times at the same instant", async () => {
    const { address } = await newPerson();
    const { browser } = await asked(address);
    expect(winners(await together(50, () => byCode(browser, CODE)))).toBe(1);
    expect(await byCode(browser, CODE)).toMatchObject({ refusal: "code-ended" });
  });

  it("used ends every other link of its address", async () => {
    const { address } = await newPerson();
    const other = await mint(address);
    await byCode((await asked(address)).browser, CODE);
    expect(await byLink(other.token)).toMatchObject({ refusal: "ended" });
  });

  it.each([null, newToken()])("works in no other browser: %j", async (browser) => {
    const { address } = await newPerson();
    await asked(address);
    expect(await byCode(browser, CODE)).toMatchObject({ ok: false });
  });

  it("of an address without an account leads to /registro, verified, where it goes on", async () => {
    const address = someone();
    const { browser } = await asked(address);
    const use = await byCode(browser, CODE);
    expect(use).toMatchObject({ ok: true, kind: "address" });
    const token = use.ok && use.kind === "address" ? use.token : "";
    expect(await byLink(token)).toEqual({ ok: true, kind: "address", token });
    expect(
      await registerVerified({ token, browser: null, client: stranger(), chosen: {} }),
    ).toMatchObject({ ok: true, created: true, callbackUrl: "/facturas" });
  });

  it("tried wrongly fifty times at the same instant is compared five times", async () => {
    const { address } = await newPerson();
    const { token, browser } = await asked(address);
    const client = stranger();
    const uses = await together(45, () => byCode(browser, WRONG, client));
    expect(uses.filter((use) => !use.ok && use.refusal === "code-wrong")).toHaveLength(5);
    expect(await byCode(browser, CODE, client)).toMatchObject({ ok: false });
    expect(await byLink(token)).toMatchObject({ ok: true });
  });

  it("wrong counts as a wrong try of the address, for its passwords too, and of the range", async () => {
    const { address } = await newPerson();
    const client = stranger();
    for (let n = 0; n < limits.failuresBeforeBackoff; n += 1) {
      const { browser } = await asked(address);
      await byCode(browser, WRONG, client);
    }
    expect(await attempt(address)).toMatchObject({ ok: false, refusal: "backoff" });
    expect(await hits(client.subnet)).toBe(limits.failuresBeforeBackoff);
  });

  it("after ten wrong ones in a row works for nobody at that address for 24 hours; links do", async () => {
    const { address } = await newPerson();
    for (let n = 0; n < limits.codeFailuresBeforeOff; n += 1)
      await byCode((await asked(address)).browser, WRONG);
    const { token, browser } = await asked(address);
    expect(await byCode(browser, CODE)).toMatchObject({
      refusal: "code-ended",
    });
    await database.age("23 hours");
    const late = await asked(address);
    expect(await byCode(late.browser, CODE)).toMatchObject({ ok: false });
    expect(await byLink(late.token)).toMatchObject({ ok: true });
    expect(await byLink(token)).toMatchObject({ ok: false });
    await database.age("1 hour");
    const next = await asked(address);
    expect(await byCode(next.browser, CODE)).toMatchObject({ ok: true });
  });

  it("is compared ten times at an address, also when five links are tried at the same instant", async () => {
    const { address } = await newPerson();
    const browsers = await together(5, async () => (await asked(address)).browser);
    const uses = await together(50, (n) => byCode(browsers[n % 5] ?? "", WRONG));
    const compared = uses.filter((use) => !use.ok && use.refusal === "code-wrong");
    expect(compared).toHaveLength(limits.codeFailuresBeforeOff);
  });

  it("right at one address is a wrong guess at every other that this browser asked for", async () => {
    const [own, victim] = [await newPerson(), await newPerson()];
    for (let n = 0; n < limits.codeFailuresBeforeOff; n += 1) {
      const { browser } = await asked(own.address);
      await mint(victim.address, {
        browser,
        code: { digits: "111111", life: limits.codeLifeSeconds },
      });
      expect(await byCode(browser, CODE)).toMatchObject({ ok: true });
    }
    const { browser } = await asked(victim.address);
    expect(await byCode(browser, CODE)).toMatchObject({
      refusal: "code-ended",
    });
    const refused = await database.sql(
      `select from "Activity" where address = $1 and event = 'code-refused'`,
      [victim.address],
    );
    expect(refused).toHaveLength(limits.codeFailuresBeforeOff);
  });

  it("of a browser that asked for many counts for its range as often as it is compared", async () => {
    const [browser, client] = [newToken(), stranger()];
    const people = await together(20, async () => someone());
    for (const address of people) await asked(address, browser);
    await byCode(browser, WRONG, client);
    expect(await hits(client.subnet)).toBe(20);
    await byCode(browser, WRONG, client);
    await byCode(browser, WRONG, client);
    expect(await hits(client.subnet)).toBe(limits.failuresPerSubnet);
    expect(await byCode(browser, CODE, client)).toMatchObject({ refusal: "backoff" });
    const compared = await database.sql(
      `select from "Activity" where event = 'code-refused' and address = any($1)`,
      [people],
    );
    expect(compared).toHaveLength(limits.failuresPerSubnet);
  });

  it("right ends the wrong ones in a row", async () => {
    const { address } = await newPerson();
    for (let n = 0; n < limits.codeFailuresBeforeOff - 1; n += 1)
      await byCode((await asked(address)).browser, WRONG);
    await byCode((await asked(address)).browser, CODE);
    await byCode((await asked(address)).browser, WRONG);
    const { browser } = await asked(address);
    expect(await byCode(browser, CODE)).toMatchObject({ ok: true });
  });

  it("from a network range with fifty wrong tries in ten minutes is not compared", async () => {
    const { address } = await newPerson();
    const { browser } = await asked(address);
    const client = stranger();
    await database.sql(
      `insert into "RangeHit" (kind, range) select 'try', $1 from generate_series(1, $2::int)`,
      [client.subnet, limits.failuresPerSubnet],
    );
    expect(await byCode(browser, CODE, client)).toMatchObject({ refusal: "backoff" });
    expect(await byCode(browser, CODE)).toMatchObject({ ok: true });
  });

  it("and another link of its address used at the same instant: one wins, in every round", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { address } = await newPerson();
      const [one, other] = [await asked(address), await asked(address)];
      const uses = await Promise.all([
        byCode(one.browser, CODE),
        byLink(other.token),
        byLink(one.token),
        byCode(other.browser, CODE),
      ]);
      expect(winners(uses)).toBe(1);
      for (const { token } of [one, other])
        expect(await consumeToken(token, "magic-link")).toMatchObject({ ok: false });
    }
  });
});

async function hits(subnet: string): Promise<number> {
  return (await database.sql(`select id from "RangeHit" where range = $1`, [subnet])).length;
}
