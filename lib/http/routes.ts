/** What is read: pages, and what a page leads to. */
const READ = [
  "/",
  "/login",
  "/login/correo",
  "/login/correo/enviado",
  "/login/link",
  "/registro",
  "/registro/enviado",
  "/registro/verificar",
  "/recuperar",
  "/recuperar/enviado",
  "/recuperar/nueva",
  "/cuenta",
  "/cuenta/confirmar",
  "/cuenta/contrasena",
  "/cuenta/eliminar",
  "/.well-known/change-password",
  "/.well-known/security.txt",
];

/** Where forms go. */
const POSTED = [
  "/registro/crear",
  "/registro/verificar/confirmar",
  "/recuperar/enviar",
  "/recuperar/nueva/guardar",
  "/cuenta/perfil/guardar",
  "/cuenta/sesiones/cerrar",
  "/cuenta/sesiones/cerrar-todas",
  "/cuenta/contrasena/guardar",
  "/cuenta/metodos/google/vincular",
  "/cuenta/metodos/google/desvincular",
  "/cuenta/datos",
  "/cuenta/eliminar/confirmar",
  "/cuenta/confirmar/contrasena",
];

const METHODS = new Map([
  ...READ.map((path) => [path, "GET, HEAD"] as const),
  ...POSTED.map((path) => [path, "POST"] as const),
]);

/** What is below `/api` and says itself which methods it knows. */
const API = /^\/api\/(?:auth\/.|cron\/cleanup$|health$)/;

/** What a sentence puts behind an address: stops, brackets, quotes, the stars of Markdown, what cannot be seen. */
const BEHIND = /[\p{Z}\p{Cc}\p{Cf}\p{Pe}\p{Pf}.,;:!?*_>"'’…]{1,8}$/u;

/** The address that was meant by one with a sign behind it; null when it is none of ours, or there is no sign. */
export function meantBy(path: string): string | null {
  const meant = path.replace(BEHIND, "");
  return meant !== path && READ.includes(meant) ? meant : null;
}

/** Whether a method asks for nothing but to read (RFC 9110 §9.2.1). */
export const isRead = (method: string): boolean => method === "GET" || method === "HEAD";

/** Whether a request goes to a route handler of ours: nothing else is given what was posted. */
export function isEndpoint(method: string, path: string): boolean {
  return API.test(path) || (!isRead(method) && methodsAt(path) === "POST");
}

/**
 * Which methods an address of ours knows, as `Allow` says it (RFC 9110 §10.2.1); null where there is none. What is
 * below `/api` says it itself.
 */
export function methodsAt(path: string): "GET, HEAD" | "POST" | null {
  return METHODS.get(path) ?? null;
}
