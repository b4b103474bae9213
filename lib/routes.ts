type Method = "GET" | "POST";

export type Route = {
  /** GET includes HEAD */
  methods: readonly Method[];
  /** the page of its form, to which a refusal or a fault leads back */
  page?: Path;
  /** its query holds a token, which must not travel on in a referrer (OWASP ASVS 14.2.1) */
  token?: true;
  /** without the database it and its first segment answer 503 */
  database: boolean;
  /** whether a callback URL may lead to it and its first segment */
  callback: boolean;
};

const GUEST_PAGE = { methods: ["GET"], database: true, callback: false } as const;
const GUEST_FORM = { methods: ["POST"], database: true, callback: false } as const;
const ACCOUNT_PAGE = { methods: ["GET"], database: true, callback: true } as const;
const ACCOUNT_FORM = { methods: ["POST"], database: true, callback: true } as const;
const FILE = { methods: ["GET"], database: false, callback: true } as const;
const ICON = { methods: ["GET"], database: false, callback: false } as const;
const AUTH_GET = { methods: ["GET"], database: true, callback: false } as const;
const AUTH_POST = { methods: ["POST"], database: true, callback: false } as const;
const AUTH_BOTH = { methods: ["GET", "POST"], database: true, callback: false } as const;

/** Every address of the site; what is below `/api/auth` is next-auth's. */
const TABLE = {
  "/": ACCOUNT_PAGE,
  "/login": GUEST_PAGE,
  "/login/correo": GUEST_PAGE,
  "/login/correo/enviado": GUEST_PAGE,
  "/login/dos-pasos": GUEST_PAGE,
  "/login/dos-pasos/codigo": GUEST_PAGE,
  "/login/dos-pasos/recuperar": GUEST_PAGE,
  "/login/dos-pasos/recuperar/pedir": { ...GUEST_FORM, page: "/login/dos-pasos/recuperar" },
  "/login/dos-pasos/cancelar": { ...GUEST_PAGE, token: true },
  "/login/dos-pasos/cancelar/confirmar": { ...GUEST_FORM, page: "/login/dos-pasos/cancelar" },
  "/login/link": { ...GUEST_PAGE, token: true },
  "/idioma": { methods: ["POST"], database: false, callback: false, page: "/login" },
  "/registro": { ...GUEST_PAGE, token: true },
  "/registro/crear": { ...GUEST_FORM, page: "/registro" },
  "/registro/enviado": GUEST_PAGE,
  "/registro/verificar": { ...GUEST_PAGE, token: true },
  "/registro/verificar/confirmar": { ...GUEST_FORM, page: "/registro/verificar" },
  "/recuperar": GUEST_PAGE,
  "/recuperar/enviar": { ...GUEST_FORM, page: "/recuperar" },
  "/recuperar/enviado": GUEST_PAGE,
  "/recuperar/nueva": { ...GUEST_PAGE, token: true },
  "/recuperar/nueva/guardar": { ...GUEST_FORM, page: "/recuperar/nueva" },
  "/cuenta": ACCOUNT_PAGE,
  "/cuenta/confirmar": ACCOUNT_PAGE,
  "/cuenta/confirmar/contrasena": { ...ACCOUNT_FORM, page: "/cuenta/confirmar" },
  "/cuenta/confirmar/llave": { ...ACCOUNT_FORM, page: "/cuenta/confirmar" },
  "/cuenta/confirmar/reto": { ...ACCOUNT_FORM, page: "/cuenta/confirmar" },
  "/cuenta/contrasena": ACCOUNT_PAGE,
  "/cuenta/contrasena/guardar": { ...ACCOUNT_FORM, page: "/cuenta/contrasena" },
  "/cuenta/correo": ACCOUNT_PAGE,
  "/cuenta/correo/enviar": { ...ACCOUNT_FORM, page: "/cuenta/correo" },
  "/cuenta/correo/enviado": ACCOUNT_PAGE,
  "/cuenta/correo/confirmar": { ...ACCOUNT_PAGE, token: true },
  "/cuenta/correo/confirmar/guardar": { ...ACCOUNT_FORM, page: "/cuenta/correo/confirmar" },
  "/cuenta/correo/deshacer": { ...ACCOUNT_PAGE, token: true },
  "/cuenta/correo/deshacer/guardar": { ...ACCOUNT_FORM, page: "/cuenta/correo/deshacer" },
  "/cuenta/datos": { ...ACCOUNT_FORM, page: "/cuenta" },
  "/cuenta/dos-pasos": ACCOUNT_PAGE,
  "/cuenta/dos-pasos/empezar": { ...ACCOUNT_FORM, page: "/cuenta/dos-pasos" },
  "/cuenta/dos-pasos/activar": { ...ACCOUNT_FORM, page: "/cuenta/dos-pasos" },
  "/cuenta/dos-pasos/desactivar": { ...ACCOUNT_FORM, page: "/cuenta/dos-pasos" },
  "/cuenta/dos-pasos/codigos": { ...ACCOUNT_FORM, page: "/cuenta/dos-pasos" },
  "/cuenta/dos-pasos/quitar": { ...ACCOUNT_FORM, page: "/cuenta/dos-pasos" },
  "/cuenta/dos-pasos/cancelar-recuperacion": { ...ACCOUNT_FORM, page: "/cuenta" },
  "/cuenta/eliminar": ACCOUNT_PAGE,
  "/cuenta/eliminar/confirmar": { ...ACCOUNT_FORM, page: "/cuenta/eliminar" },
  "/cuenta/llaves": ACCOUNT_PAGE,
  "/cuenta/llaves/agregar": { ...ACCOUNT_FORM, page: "/cuenta/llaves" },
  "/cuenta/llaves/eliminar": { ...ACCOUNT_FORM, page: "/cuenta/llaves" },
  "/cuenta/llaves/nombrar": { ...ACCOUNT_FORM, page: "/cuenta/llaves" },
  "/cuenta/llaves/reto": { ...ACCOUNT_FORM, page: "/cuenta/llaves" },
  "/cuenta/metodos/google/desvincular": { ...ACCOUNT_FORM, page: "/cuenta" },
  "/cuenta/metodos/google/vincular": { ...ACCOUNT_FORM, page: "/cuenta" },
  "/cuenta/perfil/guardar": { ...ACCOUNT_FORM, page: "/cuenta" },
  "/cuenta/proteger": ACCOUNT_PAGE,
  "/cuenta/sesiones": ACCOUNT_PAGE,
  "/cuenta/sesiones/cerrar": { ...ACCOUNT_FORM, page: "/cuenta" },
  "/cuenta/sesiones/cerrar-demas": { ...ACCOUNT_FORM, page: "/cuenta" },
  "/cuenta/sesiones/cerrar-todas": { ...ACCOUNT_FORM, page: "/cuenta/sesiones" },
  "/.well-known/change-password": FILE,
  "/.well-known/passkey-endpoints": FILE,
  "/.well-known/security.txt": FILE,
  "/icon.svg": ICON,
  "/favicon.ico": ICON,
  "/apple-touch-icon.png": ICON,
  "/api/health": { methods: ["GET"], database: false, callback: false },
  "/api/cron/cleanup": { methods: ["GET", "POST"], database: true, callback: false },
  "/api/auth/session": AUTH_GET,
  "/api/auth/csrf": AUTH_GET,
  "/api/auth/providers": AUTH_GET,
  "/api/auth/error": AUTH_GET,
  "/api/auth/verify-request": AUTH_GET,
  "/api/auth/signin": AUTH_GET,
  "/api/auth/signin/credentials": AUTH_GET,
  "/api/auth/signin/email": { ...AUTH_BOTH, page: "/login/correo" },
  "/api/auth/signin/google": { ...AUTH_BOTH, page: "/login" },
  "/api/auth/signin/passkey": { ...AUTH_BOTH, page: "/login" },
  "/api/auth/callback/credentials": { ...AUTH_POST, page: "/login" },
  "/api/auth/callback/second-step": { ...AUTH_POST, page: "/login/dos-pasos" },
  "/api/auth/callback/email": { ...AUTH_BOTH, page: "/login/correo" },
  "/api/auth/callback/google": AUTH_GET,
  "/api/auth/callback/passkey": { ...AUTH_POST, page: "/login" },
  "/api/auth/signout": { ...AUTH_BOTH, page: "/cuenta" },
} as const satisfies Record<string, Omit<Route, "page"> & { page?: string }>;

export type Path = keyof typeof TABLE;
export type FormPath = { [P in Path]: (typeof TABLE)[P] extends { page: Path } ? P : never }[Path];
export type AuthAction<M extends Method> = {
  [P in Path]: P extends `/api/auth/${infer Action}`
    ? M extends (typeof TABLE)[P]["methods"][number]
      ? Action
      : never
    : never;
}[Path];

export const ROUTES: Readonly<Record<Path, Route>> = TABLE;

export const MAIL_PAGES = {
  "magic-link": { form: "/login/correo", sent: "/login/correo/enviado", link: "/login/link" },
  registration: { form: "/registro", sent: "/registro/enviado", link: "/registro/verificar" },
  reset: { form: "/recuperar", sent: "/recuperar/enviado", link: "/recuperar/nueva" },
  "email-change": {
    form: "/cuenta/correo",
    sent: "/cuenta/correo/enviado",
    link: "/cuenta/correo/confirmar",
  },
} as const satisfies Record<string, Record<"form" | "sent" | "link", Path>>;

type Query = { token?: string | null; callbackUrl?: string | null; error?: string | null };

/** An address with its query; what is null is left out. */
export function withQuery(path: Path, { token, callbackUrl, error }: Query): string {
  const pairs = Object.entries({ token, callbackUrl, error }).flatMap(([name, value]) =>
    typeof value === "string" ? [`${name}=${encodeURIComponent(value)}`] : [],
  );
  return pairs.length > 0 ? `${path}?${pairs.join("&")}` : path;
}

/** The URL of a page that leads on to `callbackUrl`, whose slashes stay readable. */
export function detour(path: Path, callbackUrl: string, error?: string): string {
  return withQuery(path, { callbackUrl, error }).replaceAll("%2F", "/");
}

/** The page of a form's address; `/cuenta` where none is known. */
export function formPageOf(path: string): Path {
  return routeAt(path)?.page ?? "/cuenta";
}

export const holdsToken = (path: string): boolean => routeAt(path)?.token === true;

export const AUTH_ROOT = "/api/auth/";
const isApi = (path: string) => path.startsWith("/api/");
/** `/cuenta` of `/cuenta/datos` */
const firstSegment = (path: string) => /^\/[^/]*/.exec(path)?.[0] ?? "";
const segmentsWhere = (holds: (route: Route, path: string) => boolean): ReadonlySet<string> =>
  new Set(PATHS.filter((path) => holds(ROUTES[path], path)).map(firstSegment));

export const PATHS = Object.keys(TABLE) as Path[];
const AWAY_WITHOUT_DATABASE = segmentsWhere(({ database }, path) => database && !isApi(path));
const NO_CALLBACK = segmentsWhere(({ callback }) => !callback);

/** Whether an address, known or not, answers 503 while the database is away. */
export function needsDatabase(path: string): boolean {
  if (isApi(path)) return routeAt(path)?.database ?? isAuth(path);
  return AWAY_WITHOUT_DATABASE.has(firstSegment(path));
}

/** Whether a callback URL may lead to a path, known or not (OWASP ASVS 3.7.2). */
export const mayBeCallback = (path: string): boolean => !NO_CALLBACK.has(firstSegment(path));

/** The marks that follow a pasted address: stops, brackets, quotes, Markdown's stars, invisible characters. */
const BEHIND = /[\p{Z}\p{Cc}\p{Cf}\p{Pe}\p{Pf}.,;:!?*_>"'’…]{1,8}$/u;

/** The known page without the marks behind its path; null when there is none, or there are no marks. */
export function meantBy(path: string): string | null {
  const meant = path.replace(BEHIND, "");
  return meant !== path && methodsAt(meant) === "GET, HEAD" ? meant : null;
}

/** RFC 9110 §9.2.1: safe methods */
export const isRead = (method: string): boolean => method === "GET" || method === "HEAD";

/** Whether a request goes to a route handler of ours: nothing else receives a body. */
export function isEndpoint(method: string, path: string): boolean {
  if (isApi(path)) return isAuth(path) || routeAt(path) !== undefined;
  return !isRead(method) && methodsAt(path) === "POST";
}

/** A known address of next-auth, as it stands in a request; null for any other, and one in another spelling. */
export function authPath(path: string): Path | null {
  return isAuth(path) && Object.hasOwn(ROUTES, path) ? (path as Path) : null;
}

/** The `Allow` of a path (RFC 9110 §10.2.1); null for an unknown one and below `/api`, whose handlers say it themselves. */
export function methodsAt(path: string): "GET, HEAD" | "POST" | null {
  const route = isApi(path) ? undefined : routeAt(path);
  if (!route) return null;
  return route.methods.includes("POST") ? "POST" : "GET, HEAD";
}

/** A path as Next's router reads it. */
export function decodedPath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

function routeAt(path: string): Route | undefined {
  return Object.hasOwn(ROUTES, path) ? ROUTES[path as Path] : undefined;
}

/** next-auth's handler answers every path below, also with a 404. */
const isAuth = (path: string) => path.startsWith(AUTH_ROOT) && path !== AUTH_ROOT;
