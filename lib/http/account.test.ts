import { describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { led, said, whoIsIn } from "@/e2e/support/unit/auth";
import { Caller, PROGRAM } from "@/e2e/support/unit/caller";
import { cutAt } from "@/e2e/support/unit/cut";
import { OWN } from "@/e2e/support/unit/endpoints";
import { PASSWORD, withPassword } from "@/e2e/support/unit/passwords";
import { newPerson, stranger } from "@/e2e/support/unit/people";
import { signInByPassword } from "../password/sign-in";
import { userOfSession } from "../session/current";
import { startSession } from "../session/start";
import { findUserByEmail } from "../user/find";
import { cookieName } from "./cookies";

type Path = keyof typeof OWN;
const paths = (Object.keys(OWN) as Path[]).filter(
  (path) => !/vincular$|datos$/.test(path) || path.endsWith("desvincular"),
);

type SignedIn = { person: string; token: string };

/** A browser at that endpoint. @param by the user signed in there, to whom its page was shown */
function at(path: Path, by?: SignedIn, headers: Record<string, string> = {}): Caller {
  const caller = new Caller(OWN[path].POST, headers, by && { person: by.person });
  if (by) caller.cookies.set(cookieName("session"), by.token);
  return caller;
}

async function signedIn(
  person: Parameters<typeof startSession>[0],
  client = stranger(),
): Promise<SignedIn> {
  const { token } = await startSession(person, "password", client);
  return { person: person.id, token };
}

const proved: Path[] = [
  "/cuenta/contrasena/guardar",
  "/cuenta/correo/enviar",
  "/cuenta/metodos/google/desvincular",
  "/cuenta/dos-pasos/activar",
  "/cuenta/dos-pasos/codigos",
  "/cuenta/dos-pasos/desactivar",
  "/cuenta/dos-pasos/empezar",
  "/cuenta/dos-pasos/quitar",
  "/cuenta/eliminar/confirmar",
];

describe("a door of /cuenta", () => {
  it.each(paths)("leads a stranger to /login, and back: %s", async (path) => {
    const [status, location] = led(await at(path).post("/cuenta"));
    expect(status).toBe(303);
    expect(location).toMatch(/^\/login\?callbackUrl=\/cuenta/);
    expect((await at(path, undefined, PROGRAM).post("/cuenta")).status).toBe(401);
  });

  it.each(proved)(
    "that changes ways in wants a proof of the last ten minutes: %s",
    async (path) => {
      const person = await withPassword();
      const session = await signedIn(person);
      await database.age("10 minutes");
      const before = await findUserByEmail(person.address);
      const response = await at(path, session, PROGRAM).post("/cuenta", {
        password: "mi nueva frase",
      });
      expect(await said(response)).toMatchObject({
        status: 401,
        url: expect.stringContaining("/cuenta/confirmar?callbackUrl=/cuenta"),
      });
      expect(await findUserByEmail(person.address)).toEqual(before);
    },
  );
});

describe("/cuenta/confirmar", () => {
  it("proves by the password, which counts as any other try", async () => {
    const person = await withPassword();
    const session = await signedIn(person);
    await database.age("10 minutes");
    const confirm = at("/cuenta/confirmar/contrasena", session, PROGRAM);
    const wrong = await confirm.post("/cuenta", { password: "otra clave cualquiera" });
    expect(await said(wrong)).toMatchObject({ status: 401, error: "CredentialsSignin" });
    expect(
      (await at("/cuenta/metodos/google/desvincular", session, PROGRAM).post("/cuenta")).status,
    ).toBe(401);
    for (let n = 0; n < 9; n += 1)
      await confirm.post("/cuenta", { password: "otra clave cualquiera" });
    const slowed = await confirm.post("/cuenta", { password: PASSWORD });
    expect(slowed.status).toBe(429);
    expect(Number(slowed.headers.get("retry-after"))).toBeGreaterThan(0);
    await database.age("31 seconds");
    expect((await confirm.post("/cuenta", { password: PASSWORD })).status).toBe(200);
    expect(
      (await at("/cuenta/metodos/google/desvincular", session, PROGRAM).post("/cuenta")).status,
    ).toBe(200);
  });
});

describe("sessions", () => {
  it("one is closed by its id, of its owner alone", async () => {
    const [ana, luis] = [await newPerson(), await newPerson()];
    const here = await signedIn(ana);
    const [other, foreign] = [
      await startSession(ana, "email", stranger()),
      await startSession(luis, "email", stranger()),
    ];
    for (const { id } of [other, foreign])
      expect(
        led(await at("/cuenta/sesiones/cerrar", here).post("/cuenta", { session: id })),
      ).toEqual([303, "/cuenta"]);
    expect(await userOfSession(other.token)).toBeNull();
    expect(await userOfSession(foreign.token)).not.toBeNull();
    expect(await userOfSession(here.token)).not.toBeNull();
  });

  it("one's own is closed by its id in any case of letters, and takes its cookie along", async () => {
    const ana = await newPerson();
    const { id, token } = await startSession(ana, "password", stranger());
    const here = at("/cuenta/sesiones/cerrar", { person: ana.id, token });
    const response = await here.post("/cuenta", { session: id.toUpperCase() });
    expect(led(response)).toEqual([303, "/login"]);
    expect(here.cookies.has(cookieName("session"))).toBe(false);
    expect(await userOfSession(token)).toBeNull();
  });

  it("all are closed, this one too, once a person has said yes", async () => {
    const person = await newPerson();
    const [here, there] = [await signedIn(person), await signedIn(person)];
    const caller = at("/cuenta/sesiones/cerrar-todas", here);
    const question = [303, "/cuenta/sesiones"];
    expect(led(await caller.post("/cuenta"))).toEqual(question);
    for (const confirmed of ["", "no", "true"])
      expect(led(await caller.post("/cuenta", { confirmed }))).toEqual(question);
    for (const { token } of [here, there]) expect(await userOfSession(token)).not.toBeNull();
    expect(led(await caller.post("/cuenta", { confirmed: "yes" }))).toEqual([303, "/login"]);
    for (const { token } of [here, there]) expect(await userOfSession(token)).toBeNull();
    expect(caller.cookies.has(cookieName("session"))).toBe(false);
  });

  it("all are closed for a program at once", async () => {
    const person = await newPerson();
    const [here, there] = [await signedIn(person), await signedIn(person)];
    const response = await at("/cuenta/sesiones/cerrar-todas", here, PROGRAM).post("/cuenta");
    expect(await said(response)).toMatchObject({
      status: 200,
      url: expect.stringMatching(/\/login$/),
    });
    for (const { token } of [here, there]) expect(await userOfSession(token)).toBeNull();
  });

  it("the others are closed, and one goes on where one was", async () => {
    const person = await newPerson();
    const [here, there] = [await signedIn(person), await signedIn(person)];
    await database.age("11 minutes");
    const others = at("/cuenta/sesiones/cerrar-demas", here);
    expect(led(await others.post("/cuenta"))).toEqual([303, "/cuenta"]);
    expect(await userOfSession(there.token)).toBeNull();
    expect(await userOfSession(here.token)).not.toBeNull();
    const guided = { callbackUrl: "/cuenta/proteger" };
    expect(led(await others.post("/cuenta", guided))).toEqual([303, "/cuenta/proteger"]);
    const gone = await at("/cuenta/sesiones/cerrar-demas", there, PROGRAM).post("/cuenta");
    expect(await said(gone)).toMatchObject({ status: 401, error: "SessionRequired" });
  });
});

describe("sessions that are being closed, when it is cut off", () => {
  const ways = ["cerrar", "cerrar-demas", "cerrar-todas"] as const;
  it.each(ways.map((way) => `/cuenta/sesiones/${way}` as const))(
    "are open, and no line says otherwise: %s",
    async (path) => {
      const person = await newPerson();
      const { id, token } = await startSession(person, "email", stranger());
      const by = { person: person.id, token };
      await startSession(person, "email", stranger());
      await cutAt('insert on "Activity"', async () => {
        const { status } = await at(path, by, PROGRAM).post("/cuenta", { session: id });
        expect(status).toBe(503);
        throw new Error("away");
      });
      expect(await userOfSession(token)).toMatchObject({ id: person.id });
    },
  );
});

describe("a new password of one's own", () => {
  it("signs this browser in anew, ends all else, and its owner is told after the answer", async () => {
    const person = await withPassword();
    const client = stranger();
    const [here, there] = [await signedIn(person, client), await signedIn(person, client)];
    const caller = at("/cuenta/contrasena/guardar", here);
    caller.cookies.set(cookieName("device"), client.browserToken);
    const password = "mi nueva frase secreta";
    expect(led(await caller.post("/cuenta", { password }))).toEqual([303, "/cuenta"]);
    for (const { token } of [here, there]) expect(await userOfSession(token)).toBeNull();
    expect(await whoIsIn(caller)).toMatchObject({ address: person.address });
    const again = await signInByPassword(person.address, password, stranger());
    expect(again).toMatchObject({ ok: true });
    expect((await inbox.wait(person.address)).subject).toContain("contraseña");
    expect(await inbox.mails(person.address)).toHaveLength(1);
  });

  it("that may not be chosen says why", async () => {
    const person = await withPassword();
    const caller = at("/cuenta/contrasena/guardar", await signedIn(person), PROGRAM);
    for (const password of ["corta", "password", person.address])
      expect(await said(await caller.post("/cuenta", { password }))).toMatchObject({
        status: 422,
        fields: { password: expect.any(String) },
      });
  });
});

describe("removing the account", () => {
  it("ends every way in at once, and is confirmed by mail", async () => {
    const person = await withPassword();
    const [here, there] = [await signedIn(person), await signedIn(person)];
    expect(led(await at("/cuenta/eliminar/confirmar", here).post("/cuenta"))).toEqual([
      303,
      "/login",
    ]);
    for (const { token } of [here, there]) expect(await userOfSession(token)).toBeNull();
    expect(await findUserByEmail(person.address)).toBeNull();
    expect(await signInByPassword(person.address, PASSWORD, stranger())).toMatchObject({
      ok: false,
    });
    expect((await inbox.wait(person.address)).to).toEqual([person.address]);
  });
});
