import { expect } from "vitest";
import { POST as confirmByPassword } from "@/app/cuenta/confirmar/contrasena/route";
import { POST as savePassword } from "@/app/cuenta/contrasena/guardar/route";
import { POST as reset } from "@/app/recuperar/nueva/guardar/route";
import { POST as verify } from "@/app/registro/verificar/confirmar/route";
import { AUTH, auth, led, whoIsIn } from "./auth";
import { Caller } from "./caller";
import { PASSWORD, withPassword } from "./passwords";
import { withSecondStep } from "./second-step";
import { mint } from "./tokens";

/** Where the second step is asked for. */
export const STEP = "/login/dos-pasos";
/** Another password than `PASSWORD`. */
export const ANOTHER = "otra clave de prueba larga";

/** A browser at every endpoint that signs somebody in. */
export const browser = (headers = {}) =>
  new Caller((request) => {
    const own: Record<string, typeof auth> = {
      "/recuperar/nueva/guardar": reset,
      "/registro/verificar/confirmar": verify,
      "/cuenta/confirmar/contrasena": confirmByPassword,
      "/cuenta/contrasena/guardar": savePassword,
    };
    return (own[request.nextUrl.pathname] ?? auth)(request);
  }, headers);

/** Somebody with a password whose second step is on, and their app. */
export async function someoneWithApp() {
  const person = await withPassword();
  return { ...person, app: await withSecondStep(person.id) };
}

export type Person = Awaited<ReturnType<typeof someoneWithApp>>;

export const byPassword = (
  caller: Caller,
  { address }: { address: string },
  callbackUrl = "/cuenta",
) =>
  caller.post(`${AUTH}/callback/credentials`, { email: address, password: PASSWORD, callbackUrl });
export const byLink = async (caller: Caller, { address }: Person) =>
  caller.post(`${AUTH}/callback/email`, { token: (await mint(address)).token });
export const type = (caller: Caller, code: string, more = {}) =>
  caller.post(`${AUTH}/callback/second-step`, { code, ...more });
export const typeRecovery = (caller: Caller, recoveryCode: string) =>
  caller.post(`${AUTH}/callback/second-step`, { recoveryCode });

/** Signed in by password and the app, with that tick. */
export async function entered(person: Person, more = {}) {
  const caller = browser();
  await byPassword(caller, person);
  await type(caller, await person.app.code(), more);
  expect((await whoIsIn(caller))?.id).toBe(person.id);
  return caller;
}

export const signOut = (caller: Caller) => caller.post(`${AUTH}/signout`);
export const isAsked = async (caller: Caller, person: Person) =>
  led(await byPassword(caller, person))[1] === STEP;
