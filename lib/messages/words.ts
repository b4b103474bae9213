import type { EmailRefusal } from "../email";
import type { NameRefusal } from "../name";
import { hourIn, ZONE_NOTE } from "./format";

/** A sentence for a person; a link leads from some of its words. */
export type Notice = {
  tone: "danger" | "warn" | "ok" | "info";
  text: string;
  link?: { href: string; text: string };
};

const seconds = (n: number) => (n === 1 ? "1 segundo" : `${n} segundos`);
/** seconds; whoever has to wait longer is also shown the way that ends it, since a password that is off never comes back */
const LONG_SECONDS = 300;
const BY_MAIL = { href: "/login/correo", text: "ingresa desde tu correo" };

const GOOGLE_FAILED =
  "No pudimos completar el ingreso con Google. Intenta de nuevo o ingresa desde tu correo.";

const UNREADABLE: Notice = { tone: "danger", text: "No pudimos leer lo que enviaste." };

/** What is said for a code, by a page for its `?error=` and by a door; next-auth's codes and ours. It is never shown itself. */
const errors: Record<string, Notice> = {
  CredentialsSignin: {
    tone: "danger",
    text: `El correo o la contraseña no coinciden. Revísalos o ${BY_MAIL.text}.`,
    link: BY_MAIL,
  },
  OAuthAccountNotLinked: {
    tone: "danger",
    text: "Con ese correo no podemos entrar directamente desde Google. Ingresa de otra forma y luego vincula Google en tu cuenta.",
  },
  Verification: {
    tone: "danger",
    text: "Ese link ya se usó o venció. Pide otro y te llegará en segundos.",
  },
  EmailSignin: {
    tone: "danger",
    text: "No pudimos enviar el correo. No contamos este intento: vuelve a probar ahora.",
  },
  AccessDenied: {
    tone: "danger",
    text: "No autorizaste el ingreso con esa cuenta. Intenta de nuevo o usa otra forma.",
  },
  Configuration: {
    tone: "danger",
    text: "Tenemos un problema de configuración y ya lo estamos revisando. Intenta más tarde.",
  },
  OAuthSignin: { tone: "danger", text: GOOGLE_FAILED },
  OAuthCallback: {
    tone: "danger",
    text: "Ese ingreso con Google no se completó o ya terminó. Intenta de nuevo o ingresa desde tu correo.",
  },
  OAuthCreateAccount: { tone: "danger", text: GOOGLE_FAILED },
  EmailCreateAccount: { tone: "danger", text: GOOGLE_FAILED },
  Signin: { tone: "danger", text: GOOGLE_FAILED },
  Callback: { tone: "danger", text: GOOGLE_FAILED },
  CookiesRefused: {
    tone: "danger",
    text: "Tu navegador no guarda cookies, y sin ellas no podemos abrir tu cuenta. Actívalas para este sitio e intenta de nuevo.",
  },
  SessionRequired: { tone: "info", text: "Ingresa para continuar." },
  WrongOrigin: {
    tone: "danger",
    text: "No pudimos comprobar que el pedido venía de esta página. Revisa que tu navegador guarde cookies, ábrela de nuevo e intenta otra vez.",
  },
  ProofRequired: {
    tone: "info",
    text: "Antes de cambiar cómo ingresas, confirma tu identidad.",
  },
  Malformed: UNREADABLE,
  WrongType: UNREADABLE,
  TooSlow: {
    tone: "danger",
    text: "Lo que enviaste tardó demasiado en llegar. Intenta otra vez.",
  },
  TooBig: { tone: "danger", text: "Lo que enviaste es demasiado grande." },
  NotFound: { tone: "danger", text: "No encontramos esa dirección." },
  WrongMethod: { tone: "danger", text: "Esta dirección no se abre así." },
  Away: {
    tone: "danger",
    text: "Tuvimos un problema de nuestro lado. Tus datos están a salvo: intenta de nuevo en un momento.",
  },
  Fault: {
    tone: "danger",
    text: "Tuvimos un problema de nuestro lado. Tus datos están a salvo.",
  },
  Default: {
    tone: "danger",
    text: "Algo no salió bien de nuestro lado. Intenta de nuevo en un momento.",
  },
};

/** The sentence for an error code; the default one when it is unknown. */
export function errorNotice(code: string): Notice {
  const known = Object.hasOwn(errors, code) ? errors[code] : undefined;
  return known ?? (errors.Default as Notice);
}

/**
 * The same for an error code of an address.
 * @param code from `?error=`; of any type, since it comes from outside
 * @returns null when there is no code
 */
export function noticeOfError(code: unknown): Notice | null {
  if (code === undefined || code === null) return null;
  return errorNotice(typeof code === "string" ? code : "Default");
}

/** Every other sentence that the code chooses. */
export const words = {
  address: {
    empty: "Escribe tu correo",
    several: "Escribe un solo correo.",
    malformed: "Escribe un correo completo, como nombre@empresa.com",
    surrounded: "Escribe solo el correo, sin el nombre ni otros signos.",
    invisible: "Escribe el correo de nuevo: trae signos que no se ven.",
  } satisfies Record<EmailRefusal, string>,
  fieldsWrong: (n: number) => `Revisa ${n} campos`,
  passwordEmpty: "Escribe tu contraseña",
  passwordShort: "Usa 8 caracteres o más.",
  passwordLong: "Usa 128 caracteres o menos.",
  passwordDamaged: "La contraseña tiene caracteres que no podemos leer. Escríbela de nuevo.",
  passwordCommon: "Es una contraseña muy común y fácil de adivinar. Elige otra.",
  passwordGuessable: "Es fácil de adivinar. Elige otra, por ejemplo cuatro palabras al azar.",
  passwordContext: {
    address: "Contiene tu correo y es fácil de adivinar. Elige otra.",
    name: "Contiene tu nombre y es fácil de adivinar. Elige otra.",
    product: "Contiene el nombre del producto y es fácil de adivinar. Elige otra.",
  },
  name: {
    empty: "Escribe tu nombre",
    long: "Usa 80 caracteres o menos.",
    damaged: "Escribe tu nombre con letras.",
  } satisfies Record<NameRefusal, string>,
  codeMalformed: "Escribe los 6 dígitos del código.",
  codeWrong: (left: number): Notice => ({
    tone: "danger",
    text: `Ese código no coincide. ${left === 1 ? "Te queda 1 intento." : `Te quedan ${left} intentos.`}`,
  }),
  codeEnded: { tone: "danger", text: "Ese código ya no sirve. Pide otro link mágico." } as Notice,
  resent: {
    tone: "ok",
    text: "Enviamos otro link. El anterior también sirve hasta que uses uno.",
  } as Notice,
  /** what the page says where a mail was asked for too soon */
  sendSoon: (n: number) => `Podrás reenviarlo en ${seconds(n)}.`,
  sendFull: (at: Date) =>
    `Ya enviamos 5 correos como este en la última hora. Podrás pedir otro a las ${hourIn(at)} ${ZONE_NOTE}.`,
  rangeFull: (n: number): Notice => ({
    tone: "warn",
    text: `Pidieron muchos correos desde tu red. Intenta de nuevo en ${seconds(n)}.`,
  }),
  slowed: (n: number): Notice => ({
    tone: "warn",
    text: `Hiciste muchos intentos seguidos. Espera ${seconds(n)}${n > LONG_SECONDS ? ", crea otra contraseña" : ""} o ${BY_MAIL.text}.`,
    link: BY_MAIL,
  }),
  busy: (n: number): Notice => ({
    tone: "warn",
    text: `Hay mucha gente ingresando. Intenta de nuevo en ${seconds(n)}.`,
  }),
  cookiesLost: {
    tone: "warn",
    text: "Tu navegador ya no tenía las cookies de esta página. Intenta de nuevo.",
  } as Notice,
  signedOut: { tone: "ok", text: "Cerraste sesión." } as Notice,
  otherPerson: {
    tone: "info",
    text: "Esa página era de otra cuenta y no cambiamos nada. Esta es la cuenta que tienes abierta ahora.",
  } as Notice,
  passwordSaved: {
    tone: "ok",
    text: "Contraseña guardada. Cerramos tus otras sesiones.",
  } as Notice,
  passwordWrong: "Esa no es tu contraseña.",
  nameSaved: { tone: "ok", text: "Guardamos tu nombre." } as Notice,
  sessionClosed: { tone: "ok", text: "Cerramos esa sesión." } as Notice,
  allSessionsClosed: { tone: "ok", text: "Cerramos todas tus sesiones." } as Notice,
  googleLinked: { tone: "ok", text: "Vinculaste Google a tu cuenta." } as Notice,
  googleUnlinked: { tone: "ok", text: "Desvinculaste Google." } as Notice,
  googleTaken: {
    tone: "danger",
    text: "Esa cuenta de Google ya abre otra cuenta de Alegra. Elige otra.",
  } as Notice,
  googleSecond: {
    tone: "danger",
    text: "Ya tienes otra cuenta de Google vinculada. Desvincúlala antes de vincular esta.",
  } as Notice,
  googleLate: {
    tone: "info",
    text: "Pasó demasiado tiempo y no vinculamos Google. Confirma que eres tú y vincúlalo de nuevo.",
  } as Notice,
  googleCancelled: { tone: "info", text: "Cancelaste en Google y no vinculamos nada." } as Notice,
  googleOtherPerson: {
    tone: "warn",
    text: "Empezaste a vincular Google desde otra cuenta y no vinculamos nada. Para vincularlo a esta, empieza de nuevo.",
  } as Notice,
  googleAway: {
    tone: "danger",
    text: "No pudimos comunicarnos con Google. Intenta de nuevo o usa otra forma.",
  } as Notice,
  accountRemoved: { tone: "ok", text: "Eliminamos tu cuenta." } as Notice,
  accountReady: { tone: "ok", text: "Tu cuenta está lista." } as Notice,
} as const;
