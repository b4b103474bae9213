import { expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { led, said } from "@/e2e/support/unit/auth";
import { Caller, PROGRAM } from "@/e2e/support/unit/caller";
import { OWN } from "@/e2e/support/unit/endpoints";
import { newPerson, stranger } from "@/e2e/support/unit/people";
import { authenticator } from "@/e2e/support/unit/second-step";
import { begunSecret } from "../second-step/enrol";
import { startSession } from "../session/start";
import { exportUser } from "../user/export";
import { cookieName } from "./cookies";

const PAGE = "/cuenta/dos-pasos";
type Path = Extract<keyof typeof OWN, `${typeof PAGE}/${string}`>;

async function signedIn() {
  const person = await newPerson();
  const session = await startSession(person, "email", stranger());
  const post = (
    path: Path,
    form: Record<string, string> = {},
    headers: Record<string, string> = PROGRAM,
  ) => {
    const caller = new Caller(OWN[path].POST, headers, { person: person.id });
    caller.cookies.set(cookieName("session"), session.token);
    return caller.post(PAGE, form);
  };
  return { ...person, session: { id: session.id }, post };
}

const CODES = Array(10).fill(expect.stringMatching(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$/));

it("a program turns the second step on, gets ten codes, ten others, and turns it off without a question", async () => {
  const owner = await signedIn();
  const { post } = owner;
  const late = await post("/cuenta/dos-pasos/activar", { code: "123456" });
  expect(await said(late)).toMatchObject({ status: 401, error: "SecondStepEnded" });
  expect(await said(await post("/cuenta/dos-pasos/codigos"))).toMatchObject({
    status: 401,
    error: "SecondStepEnded",
  });
  expect((await post("/cuenta/dos-pasos/empezar")).status).toBe(200);
  for (const code of ["", "12345", "abcdef", "000000"])
    expect(await said(await post("/cuenta/dos-pasos/activar", { code }))).toMatchObject({
      status: 422,
      error: "WrongField",
      fields: { code: expect.any(String) },
    });
  const app = authenticator((await begunSecret(owner)) ?? Buffer.alloc(0));
  const code = (await app.code()).replace(/\d/g, (one) =>
    String.fromCodePoint(0x660 + Number(one)),
  );
  const on = await post("/cuenta/dos-pasos/activar", { code });
  expect(await said(on)).toMatchObject({ status: 200, recoveryCodes: CODES });
  const again = await post("/cuenta/dos-pasos/activar", { code: await app.code() });
  expect(await said(again)).toMatchObject({ status: 401, error: "SecondStepEnded" });
  expect(await said(await post("/cuenta/dos-pasos/empezar"))).toMatchObject({ status: 200 });
  const others = await post("/cuenta/dos-pasos/codigos");
  expect(await said(others)).toMatchObject({ status: 200, recoveryCodes: CODES });
  const copy = JSON.stringify(await exportUser(owner));
  expect(JSON.parse(copy).secondStep).toEqual({ onSince: expect.stringMatching(/^20/) });
  for (const row of await database.sql<{ said: string }>(
    `select secret as said from "Totp" union all select "codeHash" from "RecoveryCode"`,
  ))
    expect(copy).not.toContain(row.said);
  const isOn = async () =>
    (await database.sql(`select id from "User" where id = $1 and "totpId" is not null`, [owner.id]))
      .length > 0;
  expect(await isOn()).toBe(true);
  expect(led(await post("/cuenta/dos-pasos/desactivar", {}, {}))).toEqual([303, PAGE]);
  expect(await isOn()).toBe(false);
});

it.each(["", "\0", "no", "1".repeat(200)])(
  "a device that is none is no fault: %j",
  async (device) => {
    const { post } = await signedIn();
    expect(await said(await post("/cuenta/dos-pasos/quitar", { device }))).toMatchObject({
      status: 200,
    });
  },
);
