import { type FormPath, PATHS, type Path, ROUTES } from "@/lib/routes";

/** One address of the product and what it is asked by: a page, a route handler of ours, or one of next-auth's. */
export type Endpoint = { method: "GET" | "POST"; path: Path };

/** What stands in for a value that exists only while the lab runs: see `world.ts`. */
export const MATERIALS = [
  "address",
  "password",
  "link",
  "registration",
  "reset",
  "used",
  "session",
  "sessionId",
  "browser",
  "code",
  "csrf",
  "person",
] as const;
export type Material = (typeof MATERIALS)[number];

type Fields = Record<string, Material | { is: string }>;

const UNKNOWN = "00000000-0000-4000-8000-000000000000";
const CREDENTIAL = JSON.stringify({
  id: "AAAA",
  rawId: "AAAA",
  type: "public-key",
  clientExtensionResults: {},
  response: {
    clientDataJSON: "e30",
    authenticatorData: "AAAA",
    signature: "AAAA",
    userHandle: "AA",
  },
});

/** The fields that a good form of each endpoint has. */
const FORMS: Record<FormPath, Fields> = {
  "/api/auth/signin/email": { email: "address", callbackUrl: { is: "/facturas?x=1" } },
  "/api/auth/signin/google": { callbackUrl: { is: "/cuenta" } },
  "/api/auth/callback/credentials": { email: "address", password: "password" },
  "/api/auth/callback/second-step": { code: { is: "123456" }, trust: { is: "on" } },
  "/login/dos-pasos/recuperar/pedir": {},
  "/login/dos-pasos/cancelar/confirmar": { token: "link" },
  "/cuenta/dos-pasos/cancelar-recuperacion": { person: "person" },
  "/api/auth/callback/email": { token: "link" },
  "/api/auth/signout": { person: "person" },
  "/idioma": { language: { is: "en" }, page: { is: "/login?x=1" } },
  "/registro/crear": { name: { is: "Ana" }, email: "address", password: "password" },
  "/registro/verificar/confirmar": { token: "registration" },
  "/recuperar/enviar": { email: "address" },
  "/recuperar/nueva/guardar": { token: "reset", password: "password" },
  "/cuenta/perfil/guardar": { name: { is: "Ana" }, person: "person" },
  "/cuenta/sesiones/cerrar": { session: "sessionId", person: "person" },
  "/cuenta/sesiones/cerrar-demas": { callbackUrl: { is: "/cuenta/proteger" }, person: "person" },
  "/cuenta/sesiones/cerrar-todas": { confirmed: { is: "yes" }, person: "person" },
  "/cuenta/contrasena/guardar": { password: "password", person: "person" },
  "/cuenta/metodos/google/vincular": { person: "person" },
  "/cuenta/metodos/google/desvincular": { person: "person" },
  "/cuenta/dos-pasos/empezar": { person: "person" },
  "/cuenta/dos-pasos/activar": { code: { is: "123456" }, person: "person" },
  "/cuenta/dos-pasos/codigos": { person: "person" },
  "/cuenta/dos-pasos/desactivar": { person: "person" },
  "/cuenta/dos-pasos/quitar": { device: "sessionId", person: "person" },
  "/cuenta/eliminar/confirmar": { person: "person" },
  "/cuenta/correo/enviar": { email: "address", person: "person" },
  "/cuenta/correo/confirmar/guardar": { token: "link" },
  "/cuenta/correo/deshacer/guardar": { token: "link" },
  "/cuenta/datos": { format: { is: "html" }, person: "person" },
  "/api/auth/signin/passkey": { callbackUrl: { is: "/cuenta" } },
  "/api/auth/callback/passkey": { credential: { is: CREDENTIAL }, callbackUrl: { is: "/cuenta" } },
  "/cuenta/llaves/reto": { silent: { is: "true" }, person: "person" },
  "/cuenta/llaves/agregar": { credential: { is: CREDENTIAL }, person: "person" },
  "/cuenta/llaves/nombrar": { id: { is: UNKNOWN }, name: { is: "Mi llave" }, person: "person" },
  "/cuenta/llaves/eliminar": { id: { is: UNKNOWN }, person: "person" },
  "/cuenta/confirmar/reto": { person: "person" },
  "/cuenta/confirmar/llave": { credential: { is: CREDENTIAL }, person: "person" },
  "/cuenta/confirmar/contrasena": {
    password: "password",
    callbackUrl: { is: "/cuenta" },
    person: "person",
  },
};

/** What the addresses are asked with by GET; each page is asked with all of them. */
export const QUERY: Fields = {
  token: "link",
  callbackUrl: { is: "/facturas" },
  error: { is: "CredentialsSignin" },
  email: "address",
  antes: { is: "5" },
  code: { is: "abc" },
  state: { is: "abc" },
};

/** What a good request of an endpoint holds. */
export function formOf({ path }: Endpoint): Fields {
  return Object.hasOwn(FORMS, path) ? FORMS[path as FormPath] : {};
}

/** Every endpoint there is. */
export function endpoints(): Endpoint[] {
  return PATHS.flatMap((path) => ROUTES[path].methods.map((method) => ({ method, path }))).sort(
    (one, other) => one.path.localeCompare(other.path),
  );
}

/** The endpoints that take a form which changes something. The scheduler's is none: it proves itself by its secret. */
export const formEndpoints = (): FormPath[] => Object.keys(FORMS) as FormPath[];
