import { type Banner, danger, info, toMail } from "../banner";
import { BY_MAIL } from "./shared";

const GOOGLE_FAILED = danger(
  "No pudimos completar el ingreso con Google. Intenta de nuevo o ingresa desde tu correo.",
);
const UNREADABLE = danger("No pudimos leer lo que enviaste.");

/** By code, next-auth's and ours, for `?error=` and for replies. */
export const errors = {
  CredentialsSignin: toMail(
    danger(`El correo o la contraseña no coinciden. Revísalos o ${BY_MAIL}.`),
    BY_MAIL,
  ),
  OAuthAccountNotLinked: danger(
    "Con ese correo todavía no se puede ingresar con Google. Ingresa de otra forma y luego vincula Google en tu cuenta.",
  ),
  Verification: danger("Ese link ya se usó o venció. Pide otro y te llegará en segundos."),
  EmailSignin: danger(
    "No pudimos enviar el correo. Este intento no cuenta: intenta de nuevo ahora.",
  ),
  /** one's own choice at Google, and so no error */
  AccessDenied: info(
    "Cancelaste el ingreso con Google. Puedes intentar de nuevo o ingresar de otra forma.",
  ),
  Configuration: danger(
    "Tenemos un problema de configuración y ya lo estamos revisando. Intenta más tarde.",
  ),
  OAuthSignin: GOOGLE_FAILED,
  OAuthCallback: danger(
    "Ese ingreso con Google no se completó o ya terminó. Intenta de nuevo o ingresa desde tu correo.",
  ),
  OAuthCreateAccount: GOOGLE_FAILED,
  EmailCreateAccount: GOOGLE_FAILED,
  Signin: GOOGLE_FAILED,
  Callback: GOOGLE_FAILED,
  CookiesRefused: danger(
    "Tu navegador no guarda cookies, y sin ellas no puedes ingresar. Actívalas para este sitio e intenta de nuevo.",
  ),
  PasskeyUnknown: danger("Esa llave de acceso ya no sirve aquí. Ingresa de otra forma."),
  PasskeyRefused: danger(
    "No pudimos comprobar tu llave de acceso. Intenta de nuevo o ingresa de otra forma.",
  ),
  SessionRequired: info("Ingresa para continuar."),
  WrongOrigin: danger(
    "No pudimos comprobar que esto se envió desde nuestra página. Revisa que tu navegador guarde cookies, recarga la página e intenta de nuevo.",
  ),
  ProofRequired: info("Por seguridad, confirma que eres tú antes de continuar."),
  Malformed: UNREADABLE,
  WrongType: UNREADABLE,
  TooSlow: danger("Lo que enviaste tardó demasiado en llegar. Intenta de nuevo."),
  TooBig: danger("Lo que enviaste es demasiado grande."),
  NotFound: danger("No encontramos esa dirección."),
  WrongMethod: danger("Esta dirección no se abre así."),
  Away: danger(
    "Tuvimos un problema de nuestro lado. Tus datos están a salvo: intenta de nuevo en un momento.",
  ),
  Fault: danger("Tuvimos un problema de nuestro lado. Tus datos están a salvo."),
  Default: danger("Algo no salió bien de nuestro lado. Intenta de nuevo en un momento."),
} satisfies Record<string, Banner>;

/** More precise than the sentence of their code. */
export const refusals = {
  address: "No pudimos leer esa dirección.",
  secret: "El secreto falta o no es el correcto.",
  expectation: "No podemos cumplir lo que tu navegador espera de nosotros.",
  head: "Tu navegador envió demasiados datos. Borra las cookies de este sitio e intenta de nuevo.",
};
