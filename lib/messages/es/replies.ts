import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import type { EmailRefusal } from "../../email";
import type { NameRefusal } from "../../name";
import { type Banner, danger, info, ok, toMail, warn } from "../banner";
import { BY_MAIL } from "./shared";
import { wait } from "./times";

/** What a form is answered with. */
export const replies = {
  address: {
    empty: "Escribe tu correo",
    several: "Escribe un solo correo.",
    malformed: "Escribe un correo completo, como nombre@empresa.com",
    surrounded: "Escribe solo el correo, sin el nombre ni otros signos.",
    invisible: "Escribe el correo de nuevo: tiene caracteres que no se ven.",
  } satisfies Record<EmailRefusal, string>,
  emailSame: "Ese ya es el correo de tu cuenta. Escribe otro.",
  password: {
    empty: "Escribe tu contraseña",
    short: `Usa ${limits.passwordShortest} caracteres o más.`,
    long: `Usa ${limits.passwordLongest} caracteres o menos.`,
    damaged: "La contraseña tiene caracteres que no podemos leer. Escríbela de nuevo.",
    common: "Es una contraseña muy común y fácil de adivinar. Elige otra.",
    guessable: "Es fácil de adivinar. Elige otra, por ejemplo cuatro palabras al azar.",
    "has-address": "Contiene tu correo y es fácil de adivinar. Elige otra.",
    "has-name": "Contiene tu nombre y es fácil de adivinar. Elige otra.",
    "has-product": "Contiene el nombre del producto y es fácil de adivinar. Elige otra.",
    wrong: "Esa no es tu contraseña.",
  },
  name: {
    empty: "Escribe tu nombre",
    long: `Usa ${limits.nameLongest} caracteres o menos.`,
    damaged: "Escribe tu nombre con letras.",
  } satisfies Record<NameRefusal, string>,
  languageUnknown: "No tenemos ese idioma.",
  codeMalformed: `Escribe los ${limits.codeDigits} dígitos del código.`,
  codeWrong: (left: number): Banner =>
    danger(
      `Ese código no coincide. ${left === 1 ? "Te queda 1 intento." : `Te quedan ${left} intentos.`}`,
    ),
  codeEnded: danger("Ese código ya no sirve. Pide otro link mágico."),
  secondStepWrong: (left: number) =>
    `Ese código no es correcto o ya se usó. ${left === 1 ? "Te queda 1 intento." : `Te quedan ${left} intentos.`}`,
  secondStepEnded: danger("Pasó demasiado tiempo o hubo demasiados intentos. Ingresa otra vez."),
  recoveryCodeMissing: "Escribe tu código de recuperación.",
  recoveryAsked: (when: string) =>
    `Recuperación pedida. Si no se cancela antes, desactivaremos los dos pasos el ${when}.`,
  recoveryOften: (seconds: number): Banner =>
    warn(
      `La recuperación se pidió y canceló muchas veces. Podrás pedirla de nuevo en ${wait(seconds)}.`,
    ),
  recoveryCancelled: {
    ...ok(
      "Cancelamos la recuperación: los dos pasos siguen activos. Si no la pediste, crea otra contraseña.",
    ),
    link: { href: "/recuperar", text: "crea otra contraseña" },
  },
  recoveryOver: info("Ya no hay una recuperación que cancelar."),
  resent: ok("Enviamos otro link. El anterior también sirve hasta que uses uno."),
  /** what the page says where a mail was asked for too soon */
  sendSoon: (seconds: number) => `Podrás reenviarlo en ${wait(seconds)}.`,
  sendFull: (atHour: string) =>
    `Ya enviamos ${limits.emailsPerWindow} correos como este en la última hora. Podrás pedir otro ${atHour}.`,
  subnetFull: (seconds: number): Banner =>
    warn(`Se pidieron muchos correos desde tu red. Intenta de nuevo en ${wait(seconds)}.`),
  slowed: (seconds: number): Banner =>
    toMail(
      warn(
        `Hubo muchos intentos seguidos. Espera ${wait(seconds)}${seconds > limits.longWaitSeconds ? ", crea otra contraseña" : ""} o ${BY_MAIL}.`,
      ),
      BY_MAIL,
    ),
  busy: (seconds: number): Banner =>
    warn(`Hay mucha gente ingresando. Intenta de nuevo en ${wait(seconds)}.`),
  cookiesLost: warn("Tu navegador ya no tenía las cookies de esta página. Intenta de nuevo."),
  signedOut: ok("Cerraste sesión."),
  otherPerson: info(
    "Esa página era de otra cuenta y no cambiamos nada. Ahora estás en esta cuenta.",
  ),
  passwordSaved: ok("Contraseña guardada. Cerramos las demás sesiones."),
  nameSaved: ok("Guardamos tu nombre."),
  sessionClosed: ok("Cerramos esa sesión."),
  otherSessionsClosed: ok("Cerramos las demás sesiones."),
  noOtherSessions: ok("No tienes otras sesiones abiertas."),
  allSessionsClosed: ok("Cerramos todas tus sesiones."),
  googleLinked: ok("Vinculaste Google a tu cuenta."),
  googleUnlinked: ok("Desvinculaste Google."),
  googleTaken: danger(
    `Esa cuenta de Google ya está vinculada a otra cuenta de ${BRAND.name}. Elige otra.`,
  ),
  googleSecond: danger(
    "Ya tienes otra cuenta de Google vinculada. Desvincúlala antes de vincular esta.",
  ),
  googleLate: info(
    "Pasó demasiado tiempo y no vinculamos Google. Confirma que eres tú y vincúlalo de nuevo.",
  ),
  googleCancelled: info("Cancelaste en Google y no vinculamos nada."),
  googleOtherPerson: warn(
    "Empezaste a vincular Google desde otra cuenta y no vinculamos nada. Para vincularlo a esta, empieza de nuevo.",
  ),
  googleAway: danger("No pudimos comunicarnos con Google. Intenta de nuevo en un momento."),
  emailChanged: (address: string): Banner => ({
    ...ok(
      `Cambiamos el correo: ahora la cuenta ingresa con ${address}. Revisa las sesiones abiertas.`,
    ),
    link: { href: "/cuenta#sesiones", text: "Revisa las sesiones abiertas" },
  }),
  emailUndone: {
    ...ok(
      "Deshicimos el cambio y cerramos todas las sesiones. Si alguien más sabe tu contraseña, crea otra.",
    ),
    link: { href: "/recuperar", text: "crea otra" },
  },
  passkeyName: "Llave de acceso",
  passkeyAdded: ok("Agregaste una llave de acceso. Ya puedes ingresar con ella."),
  passkeyNotAdded: danger("No pudimos agregar la llave de acceso. Intenta de nuevo."),
  passkeyRenamed: ok("Guardamos el nombre."),
  passkeyRemoved: ok("Eliminaste la llave de acceso."),
  passkeyGone: "Esa llave de acceso ya no está en tu cuenta.",
  passkeysFull: `Ya tienes ${limits.passkeysPerUser} llaves de acceso. Elimina una para agregar otra.`,
  accountRemoved: ok("Eliminamos tu cuenta."),
  accountReady: ok("Tu cuenta está lista."),
};
