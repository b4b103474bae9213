import { afterEach, describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { led, said } from "@/e2e/support/unit/auth";
import { Caller, PROGRAM } from "@/e2e/support/unit/caller";
import {
  addressOf,
  changeOf,
  type Mover,
  moved,
  mover,
  undoOf,
} from "@/e2e/support/unit/email-changes";
import { BY_MAIL, OWN } from "@/e2e/support/unit/endpoints";
import { newPerson, someone } from "@/e2e/support/unit/people";
import { newToken } from "../secrets";
import { cookieName } from "./cookies";

const ASK = "/cuenta/correo/enviar";
const CONFIRM = "/cuenta/correo/confirmar/guardar";
const UNDO = "/cuenta/correo/deshacer/guardar";
const ENDPOINTS = { ...BY_MAIL, [ASK]: OWN[ASK] };

afterEach(() => inbox.fault({ mode: "none" }));

/** A browser at that endpoint. @param by who is signed in there, to whom its page was shown */
function at(path: keyof typeof ENDPOINTS, by: Mover | null, headers: Record<string, string> = {}) {
  const caller = new Caller(ENDPOINTS[path].POST, headers, by ? { person: by.id } : {});
  if (by) caller.cookies.set(cookieName("session"), by.session.token);
  return { caller, post: (fields: Record<string, string>) => caller.post(path, fields) };
}

const asks = (by: Mover, headers?: Record<string, string>) => at(ASK, by, headers);
const hasSession = ({ cookies }: Caller) => cookies.has(cookieName("session"));

describe("/cuenta/correo", () => {
  it("leads a person to the sent page and answers a program, whether or not the address is taken", async () => {
    const taken = (await newPerson()).address;
    for (const email of [someone(), taken]) {
      const byPerson = await asks(await mover()).post({ email });
      expect(led(byPerson)).toEqual([303, "/cuenta/correo/enviado"]);
      await database.age("61 seconds");
      expect(await said(await asks(await mover(), PROGRAM).post({ email }))).toMatchObject({
        status: 200,
        url: "http://localhost:3000/cuenta/correo/enviado",
      });
    }
  });

  it("cleans the address as every form does, and refuses what none takes, and one's own", async () => {
    const person = await mover();
    const program = asks(person, PROGRAM);
    const own = ` ${person.address.toUpperCase()} `;
    for (const email of ["", "ana", "a@b.co, c@d.co", "Ana <ana@ejemplo.com>", own])
      expect(await said(await program.post({ email }))).toMatchObject({
        status: 422,
        error: "WrongField",
        fields: { email: expect.stringMatching(email === own ? /Ese ya es/ : /Escribe/) },
      });
    const to = someone();
    expect((await program.post({ email: ` ${to.toUpperCase()} ` })).status).toBe(200);
    expect((await inbox.wait(to)).to).toEqual([to]);
  });

  it("wants a proof of the last ten minutes, and another person's page sends nothing", async () => {
    const [person, other, email] = [await mover(), await mover(), someone()];
    const foreign = await asks(person, PROGRAM).post({ email, person: other.id });
    expect(await said(foreign)).toMatchObject({ status: 409, error: "OtherPerson" });
    await database.age("10 minutes");
    expect(await said(await asks(person, PROGRAM).post({ email }))).toMatchObject({
      status: 401,
      error: "ProofRequired",
    });
    expect(await inbox.mails(email)).toEqual([]);
  });

  it("too soon shows the sent page for an address that got a mail, and the form for one that got none", async () => {
    const [person, email] = [await mover(), someone()];
    const [browser, program] = [asks(person), asks(person, PROGRAM)];
    await browser.post({ email });
    expect(led(await browser.post({ email }))).toEqual([303, "/cuenta/correo/enviado"]);
    expect(led(await browser.post({ email: someone() }))).toEqual([303, "/cuenta/correo"]);
    for (const again of [email, someone()]) {
      const response = await program.post({ email: again });
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(50);
      expect(await said(response)).toMatchObject({
        status: 429,
        error: "Throttled",
        message: expect.stringMatching(/^Podrás reenviarlo en \d+ segundos\.$/),
      });
    }
  });

  it("says so when the mail server refuses, and may be asked again at once", async () => {
    const [person, email] = [await mover(), someone()];
    await inbox.fault({ mode: "refuse" });
    expect(await said(await asks(person, PROGRAM).post({ email }))).toMatchObject({
      status: 502,
      error: "EmailSignin",
    });
    await inbox.fault({ mode: "none" });
    expect((await asks(person, PROGRAM).post({ email })).status).toBe(200);
  });
});

describe("/cuenta/correo/confirmar", () => {
  it("confirms in any browser, and signs nobody in", async () => {
    const [person, to] = [await mover(), someone()];
    const phone = at(CONFIRM, null);
    const response = await phone.post({ token: await changeOf(person, to) });
    expect(led(response)).toEqual([303, "/login"]);
    expect(hasSession(phone.caller)).toBe(false);
    expect(await addressOf(person)).toBe(to);
  });

  it("leads whoever asked to their account, where they stay signed in", async () => {
    const [person, to] = [await mover(), someone()];
    const here = at(CONFIRM, person);
    expect(led(await here.post({ token: await changeOf(person, to) }))).toEqual([303, "/cuenta"]);
    expect(hasSession(here.caller)).toBe(true);
  });

  it("says which dead link it was, and leads a person back to its page", async () => {
    const [person, to] = [await mover(), someone()];
    const [used, ended] = [await changeOf(person, to), await changeOf(person, to)];
    const program = at(CONFIRM, null, PROGRAM);
    expect((await program.post({ token: used })).status).toBe(200);
    for (const [token, error] of [
      [used, "LinkUsed"],
      [ended, "LinkEnded"],
      [newToken(), "LinkUnknown"],
      ["nonsense", "LinkUnknown"],
    ] as const)
      expect(await said(await program.post({ token }))).toMatchObject({
        status: 401,
        error,
        message: expect.stringContaining("Este link para cambiar el correo"),
      });
    const back = await at(CONFIRM, null).post({ token: used });
    expect(led(back)).toEqual([303, `/cuenta/correo/confirmar?token=${used}`]);
  });

  it("says that somebody has an account there by now, and does nothing on another person's page", async () => {
    const [person, other] = [await mover(), await mover()];
    const token = await changeOf(person, other.address);
    const foreign = at(CONFIRM, person, PROGRAM);
    expect((await foreign.post({ token, person: other.id })).status).toBe(409);
    expect(await said(await foreign.post({ token }))).toMatchObject({
      status: 401,
      error: "LinkEnded",
      message: "Ese correo ya tiene una cuenta",
    });
    expect(await addressOf(person)).toBe(person.address);
  });
});

describe("/cuenta/correo/deshacer", () => {
  it("signs everybody out, and leads to sign in again", async () => {
    const person = await mover();
    await moved(person);
    const token = await undoOf(person.address);
    const here = at(UNDO, person);
    expect(led(await here.post({ token }))).toEqual([303, "/login"]);
    expect(hasSession(here.caller)).toBe(false);
    expect(await addressOf(person)).toBe(person.address);
    expect(await said(await at(UNDO, null, PROGRAM).post({ token }))).toMatchObject({
      status: 401,
      error: "LinkUsed",
      message: "Este cambio de correo ya se deshizo",
    });
  });

  it("leaves another person who is signed in there alone", async () => {
    const [person, other] = [await mover(), await mover()];
    await moved(person);
    const here = at(UNDO, other);
    const token = await undoOf(person.address);
    expect(led(await here.post({ token }))).toEqual([303, "/cuenta"]);
    expect(hasSession(here.caller)).toBe(true);
  });
});
