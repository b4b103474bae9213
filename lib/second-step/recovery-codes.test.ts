import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { newPerson, together } from "@/e2e/support/unit/people";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { withSecondStep } from "@/e2e/support/unit/second-step";
import { limits } from "../config/limits";
import { transact } from "../database/transaction";
import { claimRecoveryCode, makeRecoveryCodes } from "./recovery-codes";

const made = (userId: string) => transact((transaction) => makeRecoveryCodes(userId, transaction));

const unused = async (userId: string) => {
  const rows = `select "codeHash" from "RecoveryCode" where "userId" = $1 and "usedAt" is null`;
  return (await database.sql(rows, [userId])).length;
};

async function someoneWithCodes() {
  const { id } = await newPerson();
  const [first = "", ...others] = await made(id);
  return { id, first, others };
}

describe("a recovery code", () => {
  it("is one of ten, in groups of four, of 120 bits, and lies as a hash alone", async () => {
    const { id, first, others } = await someoneWithCodes();
    const codes = [first, ...others];
    expect(new Set(codes).size).toBe(limits.recoveryCodes);
    for (const code of codes)
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}$/);
    const rows = JSON.stringify(await database.sql(`select * from "RecoveryCode"`));
    for (const code of codes) expect(rows).not.toContain(code.replaceAll("-", ""));
    expect(await unused(id)).toBe(limits.recoveryCodes);
  });

  it("used fifty times at the same instant, over two processes, works once", async () => {
    const { id, first, others } = await someoneWithCodes();
    const other =
      new SecondProcess(`import { claimRecoveryCode } from "./lib/second-step/recovery-codes";
      await claimRecoveryCode("${id}", "nothing");
      await gate();
      const uses = Array.from({ length: 25 }, () => claimRecoveryCode("${id}", "${first}"));
      console.log(JSON.stringify(await Promise.all(uses)));
      process.exit();`);
    await other.ready();
    const [here, there] = await Promise.all([
      together(25, () => claimRecoveryCode(id, first)),
      other.go<boolean[]>(),
    ]);
    expect([...here, ...there].filter(Boolean)).toHaveLength(1);
    expect(await claimRecoveryCode(id, first)).toBe(false);
    expect(await claimRecoveryCode(id, others[0] ?? "")).toBe(true);
    expect(await unused(id)).toBe(limits.recoveryCodes - 2);
  });

  it("is taken with other dashes, spaces, letters small or wide, and look-alikes of its digits", async () => {
    const { id, first, others } = await someoneWithCodes();
    const [second = "", third = "", fourth = ""] = others;
    for (const typed of [
      first.toLowerCase().replaceAll("-", ""),
      ` ${second.replaceAll("-", " – ")}\u200b\r\n`,
      third.replaceAll("0", "o").replaceAll("1", "l"),
      fourth.replace(/[!-~]/g, (one) => String.fromCodePoint(one.charCodeAt(0) + 0xfee0)),
    ])
      expect(await claimRecoveryCode(id, typed)).toBe(true);
  });

  it.each(["", "-", "\0", "0".repeat(16_000), "áé-ñ", "\ud800"])(
    "that is no code (%#) is wrong, and no fault",
    async (typed) => {
      const { id } = await someoneWithCodes();
      expect(await claimRecoveryCode(id, typed)).toBe(false);
    },
  );

  it("of another person is wrong, and so is one from before new ones were made", async () => {
    const [one, other] = [await someoneWithCodes(), await someoneWithCodes()];
    expect(await claimRecoveryCode(other.id, one.first)).toBe(false);
    await made(one.id);
    expect(await claimRecoveryCode(one.id, one.first)).toBe(false);
    expect(await unused(one.id)).toBe(limits.recoveryCodes);
  });

  it("ends the trusted devices when it is used, and leaves them when it is wrong", async () => {
    const { id, first } = await someoneWithCodes();
    await withSecondStep(id);
    await database.sql(
      `insert into "TrustedDevice" ("userId", "totpId", "tokenHash", device, expires)
       select "userId", id, id::text, 'Chrome', clock_timestamp() + interval '30 days' from "Totp" where "userId" = $1`,
      [id],
    );
    const trusted = () => database.sql(`select id from "TrustedDevice" where "userId" = $1`, [id]);
    await claimRecoveryCode(id, "wrong");
    expect(await trusted()).toHaveLength(1);
    await claimRecoveryCode(id, first);
    expect(await trusted()).toHaveLength(0);
  });
});
