import { expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { claimTotp } from "@/lib/second-step/totp";
import { NoSecondStep, otpOf } from "./otp";
import { makePerson } from "./person/make";

const place = {
  google: null,
  settings: { NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? "", BCRYPT_COST: "10" },
};

it("gives codes that the product takes, however fast one follows another, and no code twice in a row", async () => {
  const ana = await makePerson({ secondStep: true }, { database, place });
  const given: string[] = [];
  for (let time = 0; time < 6; time += 1) {
    const code = await otpOf(ana, database);
    expect(await claimTotp(ana.id, code)).toBe(true);
    expect(await claimTotp(ana.id, code)).toBe(false);
    given.push(code);
  }
  expect(given.filter((code, at) => code === given[at - 1])).toEqual([]);
});

it("takes the secret as a page shows it", async () => {
  const ana = await makePerson({ secondStep: true }, { database, place });
  const { secret = "" } = ana.secondStep ?? {};
  const shown = { id: ana.id, secondStep: { secret: secret.replace(/.{4}/g, "$& ") } };
  expect(await claimTotp(ana.id, await otpOf(shown, database))).toBe(true);
});

it("says where somebody has no second step, or none any more", async () => {
  const [without, off] = await Promise.all([
    makePerson({}, { database, place }),
    makePerson({ secondStep: true }, { database, place }),
  ]);
  await expect(otpOf(without, database)).rejects.toThrow(NoSecondStep);
  await database.sql(`delete from "Totp" where "userId" = $1`, [off.id]);
  await expect(otpOf(off, database)).rejects.toThrow("off by now");
});
