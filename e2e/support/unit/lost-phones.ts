import { expect } from "vitest";
import { POST as cancelOwn } from "@/app/cuenta/dos-pasos/cancelar-recuperacion/route";
import { POST as cancel } from "@/app/login/dos-pasos/cancelar/confirmar/route";
import { POST as ask } from "@/app/login/dos-pasos/recuperar/pedir/route";
import type { Email } from "@/lib/email";
import { cookieName } from "@/lib/http/cookies";
import { sendNotices } from "@/lib/notice/send";
import { tokenIn } from "@/testing/program";
import { database, inbox } from "../unit";
import { AUTH, auth, led } from "./auth";
import { Caller, type Handler, PROGRAM } from "./caller";
import { PASSWORD, withPassword } from "./passwords";
import { withSecondStep } from "./second-step";

export const ASK = "/login/dos-pasos/recuperar/pedir";
export const CANCEL = "/login/dos-pasos/cancelar/confirmar";
export const CANCEL_OWN = "/cuenta/dos-pasos/cancelar-recuperacion";

/** A browser, or a program, at every endpoint that somebody without the phone meets. */
export const browser = (headers = {}, always = {}) =>
  new Caller(
    (request) => {
      const own: Record<string, Handler> = {
        [ASK]: ask,
        [CANCEL]: cancel,
        [CANCEL_OWN]: cancelOwn,
      };
      return (own[request.nextUrl.pathname] ?? auth)(request);
    },
    headers,
    always,
  );

export type Person = Awaited<ReturnType<typeof someoneWithApp>>;

/** Somebody with `PASSWORD` whose second step is on. */
export async function someoneWithApp() {
  const person = await withPassword();
  return { ...person, app: await withSecondStep(person.id) };
}

export const byPassword = (caller: Caller, { address }: { address: string }) =>
  caller.post(`${AUTH}/callback/credentials`, { email: address, password: PASSWORD });

export const type = (caller: Caller, code: string) =>
  caller.post(`${AUTH}/callback/second-step`, { code });

/** A program that passed the first factor. */
export async function waiting(person: { address: string }, headers: object = PROGRAM) {
  const caller = browser(headers);
  await byPassword(caller, person);
  expect(caller.cookies.has(cookieName("pending"))).toBe(true);
  return caller;
}

/** Passes the first factor, and asks. @returns who asked */
export async function asked(person: { address: string }): Promise<Caller> {
  const caller = await waiting(person);
  expect((await caller.post(ASK)).status).toBe(200);
  return caller;
}

/** The token of the newest mail about it, sent once more where it must be. */
export async function cancelToken(address: Email): Promise<string> {
  await sendNotices();
  const mails = await inbox.mails(address);
  const newest = mails.findLast(({ links }) => links.some((link) => link.includes("/cancelar?")));
  return tokenIn(newest ?? { links: [] });
}

/** What is kept of what was asked for. */
export const lostPhones = ({ id }: { id: string }) =>
  database.sql<{ called: boolean; done: boolean; reminded: boolean }>(
    `select "cancelledAt" is not null as called, "doneAt" is not null as done, "remindedAt" is not null as reminded
     from "LostPhone" where "userId" = $1 order by at`,
    [id],
  );

/** What other tests asked for is out of the clean-up's way. */
export const nobodyAsks = () => database.sql(`delete from "LostPhone"`);

/** Of every mail that came to them, oldest first. */
export const subjects = async ({ address }: Person) =>
  (await inbox.mails(address)).map(({ subject }) => subject);
/** How the subject of each mail about a lost phone begins. */
export const ABOUT = {
  asked: expect.stringMatching(/^Se pidió desactivar los dos pasos/),
  soon: expect.stringMatching(/^Pronto se desactivan los dos pasos/),
  off: expect.stringMatching(/^Se desactivó la autenticación en dos pasos/),
};
/** Whether the second step is on, as a number of rows. */
export const isOn = async ({ id }: Person) =>
  (await database.sql(`select 1 from "User" where id = $1 and "totpId" is not null`, [id])).length;

/** A sign-in by password as its answer leads: in, or to the second step. */
export const signsIn = async (person: Person) => {
  const caller = browser();
  return { caller, to: led(await byPassword(caller, person))[1] };
};

export const STEP = "/login/dos-pasos";
