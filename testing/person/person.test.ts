import { describe, expect, it } from "vitest";
import { database, freshAddress, google, inbox } from "@/e2e/support/unit";
import { AUTH, led, whoIsIn } from "@/e2e/support/unit/auth";
import { together } from "@/e2e/support/unit/people";
import { browser, STEP, type, typeRecovery } from "@/e2e/support/unit/second-step-browser";
import { Mine } from "../mine";
import { otpOf } from "../otp";
import { removeRows } from "../rows";
import { bySql } from "./making";
import { People } from "./people";
import { NoSuchPerson, type Person } from "./person";

const settings = Object.fromEntries(
  Object.entries(process.env).filter((one): one is [string, string] => one[1] !== undefined),
);
const people = (mine = new Mine()) =>
  new People(bySql(database, { google: google.origin, settings }), mine);

const enter = (caller: ReturnType<typeof browser>, { email, password }: Person) =>
  caller.post(`${AUTH}/callback/credentials`, { email, password: password ?? "" });

const rowOf = async ({ id }: Person) =>
  (await database.sql(`select * from "User" where id = $1`, [id]))[0];

describe("a person of the kit", () => {
  it("of whom nothing is said has a password, and the product does not hash it anew", async () => {
    const ana = await people().make();
    const before = await rowOf(ana);
    const caller = browser();
    expect(led(await enter(caller, ana))).toEqual([303, "/cuenta"]);
    expect(await whoIsIn(caller)).toMatchObject({ id: ana.id, address: ana.email, name: ana.name });
    expect(await rowOf(ana)).toEqual(before);
  });

  it("has exactly what is said", async () => {
    const ana = await people().make({ passkey: true, language: "pt-BR", domain: "gmail.com" });
    expect(ana).toMatchObject({ password: null, google: null, secondStep: null });
    expect(ana.email).toMatch(/@gmail\.com$/);
    expect(await rowOf(ana)).toMatchObject({
      ...{ email: ana.email, language: "pt-BR", passwordHash: null, totpId: null },
      passkeyHandle: ana.passkey?.userHandle,
    });
    const none = await people().make({ password: false });
    expect(none).toMatchObject({ password: null, google: null, passkey: null });
  });

  it("passes the second step by the app and by each recovery code, once", async () => {
    const ana = await people().make({ password: true, secondStep: true });
    const caller = browser();
    expect(led(await enter(caller, ana))).toEqual([303, STEP]);
    await type(caller, await otpOf(ana, database));
    expect((await whoIsIn(caller))?.hasSecondStep).toBe(true);
    const codes = ana.secondStep?.recoveryCodes ?? [];
    expect(new Set(codes).size).toBe(10);
    for (const [code = "", at] of [
      [codes[0], "/cuenta"],
      [codes[0], `${STEP}/codigo`],
    ]) {
      const other = browser();
      await enter(other, ana);
      expect(led(await typeRecovery(other, code))).toEqual([303, at]);
    }
  });

  it("is refused where the address is none, or somebody's", async () => {
    const mine = new Mine();
    const { email } = await people().make();
    for (const wanted of [email, email.toUpperCase(), "ana@"])
      await expect(people(mine).make({ email: wanted })).rejects.toThrow(NoSuchPerson);
    // else it would be removed with this test
    expect(mine.addresses).toEqual([]);
  });

  it("is made fifty times at once", async () => {
    const mine = new Mine();
    const all = people(mine);
    await together(50, () => all.make({ passkey: true, google: true, secondStep: true }));
    expect(mine.people).toHaveLength(50);
  });

  it("leaves nothing behind, whatever the product has written of them, and nobody else is touched", async () => {
    const bystander = await people().make();
    await enter(browser(), { ...bystander, password: "no es esta clave" });
    const before = await rows();
    const mine = new Mine();
    const all = people(mine);
    const ana = await all.make({ password: true, google: true, passkey: true, secondStep: true });
    const luis = await all.make();
    await enter(browser(), { ...ana, password: "no es esta clave" });
    const caller = browser();
    await enter(caller, ana);
    await type(caller, await otpOf(ana, database), { trust: "1" });
    await enter(browser(), luis);
    await enter(browser(), luis);
    await browser().post(`${AUTH}/signin/email`, { email: ana.email });
    await inbox.wait(ana.email);
    // an address that was theirs before
    const former = freshAddress();
    await database.sql(
      `insert into "EmailChange" ("userId", "oldAddress", "newAddress") values ($1, $2, $3)`,
      [ana.id, former, ana.email],
    );
    await browser().post(`${AUTH}/signin/email`, { email: former });
    // deleted by the product: only the address is known of them
    await database.sql(`delete from "User" where id = $1`, [luis.id]);
    expect(await rows()).not.toEqual(before);

    await all.forget();
    await removeRows(database, mine);
    expect(await rows()).toEqual(before);
    const subs = (await google.accounts()).map(({ sub }) => sub);
    expect(subs).not.toContain(ana.google?.sub);
  });
});

/** What is in the tables of people; of networks and challenges nobody can say whose they are. */
async function rows() {
  const { RangeHit: _hits, UsedChallenge: _challenges, ...others } = await database.rows();
  return others;
}
