import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { newPerson, stranger, together } from "@/e2e/support/unit/people";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { authenticator } from "@/e2e/support/unit/second-step";
import { cleanup } from "../database/cleanup";
import { startSession } from "../session/start";
import {
  beginEnrolment,
  begunSecret,
  confirmEnrolment,
  type Owner,
  renewRecoveryCodes,
  turnOffSecondStep,
} from "./enrol";
import { claimRecoveryCode } from "./recovery-codes";
import { sealAnew } from "./secret";
import { secondStepOf } from "./state";
import { claimTotp } from "./totp";

const client = stranger();

async function signedIn(person?: Pick<Owner, "id" | "address">): Promise<Owner> {
  const { id, address } = person ?? (await newPerson());
  const session = await startSession({ id, address }, "password", client, {
    secondStepPassed: true,
  });
  return { id, address, session: { id: session.id } };
}

async function appOf(owner: Owner) {
  expect(await beginEnrolment(owner)).toBe("begun");
  return authenticator((await begunSecret(owner)) ?? Buffer.alloc(0));
}

async function enrolled() {
  const owner = await signedIn();
  const app = await appOf(owner);
  const code = await app.code();
  const confirmed = await confirmEnrolment(owner, code, client);
  if (!confirmed.ok) throw new Error(confirmed.refusal);
  return { owner, app, code, recoveryCodes: confirmed.recoveryCodes };
}

const told = (id: string) =>
  database.sql<{ event: string; notices: number }>(
    `select event, (select count(*)::int from "Notice" n where n.address = a.address and n.kind = a.event) as notices
     from "Activity" a where "userId" = $1 and event <> 'signed-in' order by a.id`,
    [id],
  );

const rowsOf = async (id: string) => {
  const [row] = await database.sql<Record<string, number>>(
    `select (select count(*)::int from "Totp" where "userId" = $1) as totp,
      (select count(*)::int from "RecoveryCode" where "userId" = $1) as codes,
      (select count(*)::int from "User" where id = $1 and "totpId" is not null) as "on"`,
    [id],
  );
  return row;
};

const proved = async ({ session }: Owner) => {
  const [row] = await database.sql<{ ago: boolean }>(
    `select "provedAt" = 'epoch' as ago from "Session" where id = $1`,
    [session.id],
  );
  return row?.ago === false;
};

describe("turning the second step on", () => {
  it("is off until a right code came, which then signs in no more; it is told once, and gives ten codes", async () => {
    const owner = await signedIn();
    const app = await appOf(owner);
    const code = await app.code();
    expect(await confirmEnrolment(owner, await app.code(7), client)).toEqual({
      ok: false,
      refusal: "wrong",
    });
    expect(await rowsOf(owner.id)).toEqual({ totp: 1, codes: 0, on: 0 });
    expect(await claimTotp(owner.id, code)).toBe(false);
    expect(await secondStepOf(owner.id)).toBeNull();

    const confirmed = await confirmEnrolment(owner, code, client);
    expect(confirmed).toEqual({ ok: true, recoveryCodes: expect.any(Array) });
    expect(await rowsOf(owner.id)).toEqual({ totp: 1, codes: 10, on: 1 });
    expect(await claimTotp(owner.id, code)).toBe(false);
    expect(await secondStepOf(owner.id)).toMatchObject({ recoveryCodesLeft: 10 });
    expect(await told(owner.id)).toEqual([{ event: "second-step-on", notices: 1 }]);
    expect(await beginEnrolment(owner)).toBe("already-on");
    expect(await begunSecret(owner)).toBeNull();
  });

  it("fifty times at the same instant, over two processes, gives one set of codes", async () => {
    const owner = await signedIn();
    const code = await (await appOf(owner)).code();
    const other = new SecondProcess(`import { confirmEnrolment } from "./lib/second-step/enrol";
      import { OPERATOR as client } from "./commands/operator/operator";
      const owner = ${JSON.stringify(owner)};
      await confirmEnrolment(owner, "nothing", client);
      await gate();
      const all = Array.from({ length: 25 }, () => confirmEnrolment(owner, "${code}", client));
      console.log(JSON.stringify(await Promise.all(all)));
      process.exit();`);
    await other.ready();
    const [here, there] = await Promise.all([
      together(25, () => confirmEnrolment(owner, code, client)),
      other.go<Awaited<ReturnType<typeof confirmEnrolment>>[]>(),
    ]);
    const all = [...here, ...there];
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(all.filter((one) => !one.ok && one.refusal === "already-on")).toHaveLength(49);
    expect(await rowsOf(owner.id)).toEqual({ totp: 1, codes: 10, on: 1 });
    const codes = all.flatMap((one) => (one.ok ? one.recoveryCodes : []));
    expect(await claimRecoveryCode(owner.id, codes[9] ?? "")).toBe(true);
    expect(await told(owner.id)).toEqual([{ event: "second-step-on", notices: 1 }]);
  });

  it("leaves no other session with a proof: it did not pass the step", async () => {
    const owner = await signedIn();
    const other = await signedIn(owner);
    const someoneElse = await signedIn();
    const code = await (await appOf(owner)).code();
    await confirmEnrolment(owner, code, client);
    expect(await Promise.all([owner, other, someoneElse].map(proved))).toEqual([true, false, true]);
    expect(await turnOffSecondStep(other, client)).toBe("not-reauthenticated");
  });

  it("shows a secret again to the session that began, for an hour, and to no other session", async () => {
    const owner = await signedIn();
    const other = await signedIn(owner);
    const begun = await together(50, () => beginEnrolment(owner));
    expect(new Set(begun)).toEqual(new Set(["begun"]));
    const secret = await begunSecret(owner);
    expect(await beginEnrolment(owner)).toBe("begun");
    expect(await begunSecret(owner)).toEqual(secret);
    expect(await begunSecret(other)).toBeNull();
    const code = await authenticator(secret ?? Buffer.alloc(0)).code();
    expect(await confirmEnrolment(other, code, client)).toMatchObject({ refusal: "late" });

    await database.sql(`update "Totp" set "createdAt" = "createdAt" - interval '1 hour'`);
    expect(await confirmEnrolment(owner, code, client)).toMatchObject({ refusal: "late" });
    await cleanup();
    expect(await rowsOf(owner.id)).toEqual({ totp: 0, codes: 0, on: 0 });
    await beginEnrolment(owner);
    expect(await begunSecret(owner)).not.toEqual(secret);
  });

  it("killed before its end leaves the step off, and the code unused", async () => {
    const owner = await signedIn();
    const code = await (await appOf(owner)).code();
    await database.sql(
      `alter table "Notice" add constraint full_disk check (kind <> 'second-step-on') not valid`,
    );
    await expect(confirmEnrolment(owner, code, client)).rejects.toThrow();
    await database.sql(`alter table "Notice" drop constraint full_disk`);
    expect(await rowsOf(owner.id)).toEqual({ totp: 1, codes: 0, on: 0 });
    expect(await confirmEnrolment(owner, code, client)).toMatchObject({ ok: true });
  });
});

describe("the second step that is on", () => {
  it("gives ten other codes, with which those before end", async () => {
    const { owner, recoveryCodes } = await enrolled();
    const renewed = await renewRecoveryCodes(owner, client);
    expect(await claimRecoveryCode(owner.id, recoveryCodes[0] ?? "")).toBe(false);
    const [first = ""] = renewed.ok ? renewed.recoveryCodes : [];
    expect(await claimRecoveryCode(owner.id, first)).toBe(true);
    expect(await secondStepOf(owner.id)).toMatchObject({ recoveryCodesLeft: 9 });
    expect((await told(owner.id)).at(-1)).toEqual({ event: "recovery-codes-made", notices: 1 });
  });

  it("gives no codes once it is off, and is turned off once", async () => {
    const { owner, recoveryCodes } = await enrolled();
    expect(await together(10, () => turnOffSecondStep(owner, client))).toEqual(
      Array(10).fill("off"),
    );
    expect(await rowsOf(owner.id)).toEqual({ totp: 0, codes: 0, on: 0 });
    expect(await claimRecoveryCode(owner.id, recoveryCodes[0] ?? "")).toBe(false);
    expect(await renewRecoveryCodes(owner, client)).toEqual({ ok: false, refusal: "off" });
    expect((await told(owner.id)).slice(1)).toEqual([{ event: "second-step-off", notices: 1 }]);
  });

  it("is changed by nobody whose proof is older than ten minutes", async () => {
    const { owner } = await enrolled();
    await database.age("11 minutes");
    expect(await turnOffSecondStep(owner, client)).toBe("not-reauthenticated");
    expect(await renewRecoveryCodes(owner, client)).toMatchObject({
      refusal: "not-reauthenticated",
    });
    const other = await signedIn();
    await database.age("11 minutes");
    expect(await beginEnrolment(other)).toBe("not-reauthenticated");
    expect(await confirmEnrolment(other, "123456", client)).toMatchObject({
      refusal: "not-reauthenticated",
    });
  });
});

describe("a rotation of NEXTAUTH_SECRET", () => {
  /** Another process, with these secrets. */
  const processWith = async <T>(secret: string, previous: string | undefined, source: string) => {
    const before = { ...process.env };
    process.env.NEXTAUTH_SECRET = secret;
    if (previous) process.env.NEXTAUTH_SECRET_PREVIOUS = previous;
    const other = new SecondProcess(`import { sealAnew } from "./lib/second-step/secret";
      import { claimTotp } from "./lib/second-step/totp";
      import { claimRecoveryCode } from "./lib/second-step/recovery-codes";
      await gate();
      console.log(JSON.stringify(await (async () => { ${source} })()));
      process.exit();`);
    process.env = before;
    await other.ready();
    return other.go<T>();
  };
  const first = process.env.NEXTAUTH_SECRET ?? "";
  const [second, third] = ["second", "third"].map(
    (name) => `the ${name} secret of these tests, long enough`,
  );

  it("loses nobody: the clean-up seals anew, so that a second rotation opens it too; without that, recovery codes still work", async () => {
    await database.sql(`update "User" set "totpId" = null`);
    await database.sql(`delete from "Totp"`);
    const { owner, app, recoveryCodes } = await enrolled();
    const lost = await enrolled();
    await database.sql(
      `update "Totp" set secret = 'damaged', "sealedBy" = 'gone' where "userId" = $1`,
      [lost.owner.id],
    );
    const free = (id: string) =>
      database.sql(`update "Totp" set "lastStep" = 0 where "userId" = $1`, [id]);
    const use = `claimTotp("${owner.id}", "${await app.code()}")`;

    await free(owner.id);
    const uses = await processWith(
      second ?? "",
      first,
      `return [await ${use}, await sealAnew(), await sealAnew()]`,
    );
    expect(uses).toEqual([true, 1, 0]);
    await free(owner.id);
    expect(await processWith(third ?? "", second, `return ${use}`)).toBe(true);
    await free(owner.id);
    const without = await processWith(
      third ?? "",
      undefined,
      `return [await ${use}, await claimRecoveryCode("${owner.id}", "${recoveryCodes[0]}")]`,
    );
    expect(without).toEqual([false, true]);

    expect(await sealAnew()).toBe(0);
  });
});
