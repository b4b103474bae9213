import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import {
  CONFIRM_EMAIL,
  CONFIRMING,
  IS_IT_YOU,
  SAVING,
  SEND_LINK,
  SENDING,
  SIGNING_IN,
  TO_HOME,
  UNDO,
  VERIFIED,
} from "./shared";
import { hours, minutes, wait } from "./times";

const INSTRUCTIONS = "Enviar instrucciones";
const SIGN_IN = "Ingresar";
const CONFIRM_YOURS = "Confirma tu correo";
const REGISTER = "Crear cuenta";
const MAY_STAY_EMPTY = "Si la dejas vacía, ingresarás con link mágico o Google.";

export const ways = {
  google: "Iniciar sesión con Google",
  mail: "Ingresar desde mi correo",
  lastUsed: "Usado la última vez",
  or: "o",
  orWithoutPassword: "o ingresa sin contraseña",
  backToLogin: "Volver al inicio de sesión",
};

export const pages = {
  login: {
    title: "Ingresa a tu cuenta",
    lead: "Sigue ganando tiempo y tranquilidad",
    ended: "Tu sesión terminó. Ingresa de nuevo para continuar.",
    forgot: "¿Olvidaste tu contraseña?",
    submit: SIGN_IN,
    busy: SIGNING_IN,
    noAccount: `¿Aún no tienes cuenta en ${BRAND.name}? {register}`,
    register: "Regístrate",
  },
  askForLink: {
    title: "Ingresa desde tu correo",
    lead: "Te enviaremos un link mágico para ingresar sin contraseña.",
    submit: SEND_LINK,
    busy: SENDING,
    lives: `El link está disponible durante ${minutes(limits.magicLinkLifeSeconds)}.`,
    once: "Solo se puede utilizar una vez.",
    private: "Solo puede usarlo quien lee tu correo.",
  },
  /** a mail is on its way */
  sent: {
    title: "Revisa tu correo",
    inbox: { gmail: "Ir a Gmail", outlook: "Ir a Outlook", mail: "Ir a Correo" },
    notThere: "¿No lo ves? Revisa en correo no deseado o spam.",
    notYours: "¿No es tu correo? {another}",
    another: "Usa otro",
  },
  linkSent: {
    lead: "Enviamos un link mágico a {address}. Ábrelo en este navegador e ingresarás al instante.",
    lives: `Vence en ${minutes(limits.magicLinkLifeSeconds)} y se usa una sola vez.`,
    full: `Ya enviamos ${limits.emailsPerWindow} links mágicos a este correo en la última hora. Podrás pedir otro {atHour}`,
  },
  registrationSent: {
    title: CONFIRM_YOURS,
    lead: "Enviamos un correo a {address}. Ábrelo para terminar de crear tu cuenta.",
    lives: `Vence en ${hours(limits.registrationLifeSeconds)} y se usa una sola vez.`,
  },
  resetSent: {
    lead: "Enviamos las instrucciones a {address}.",
    lives: `El link vence en ${minutes(limits.resetLifeSeconds)} y se usa una sola vez.`,
  },
  link: {
    title: IS_IT_YOU,
    lead: "Con este link mágico ingresas a la cuenta de:",
    opening: SIGNING_IN,
    openingLead: "Esta es tu cuenta:",
    submit: SIGN_IN,
    asked: (device: string, place: string | null) =>
      `Se pidió {when} desde ${device}${place ? `, cerca de ${place}` : ""}. Te preguntamos porque lo abriste en otro navegador.`,
    notYours: "¿No es tu cuenta o no lo pediste? Cierra esta página y no compartas el link.",
  },
  /** the ways on from a link that is dead */
  deadLink: {
    busy: SENDING,
    sendLink: SEND_LINK,
    instructions: INSTRUCTIONS,
    register: REGISTER,
    signIn: SIGN_IN,
    otherWay: "Ingresar de otra forma",
    forgot: "¿Olvidaste tu contraseña?",
    account: "Volver a tu cuenta",
  },
  register: {
    title: "Crea tu cuenta",
    lead: "Te enviaremos un mensaje para confirmar tu correo.",
    mayStayEmpty: MAY_STAY_EMPTY,
    verified: VERIFIED,
    submit: REGISTER,
    busy: "Creando…",
    terms: {
      one: "Al crear tu cuenta aceptas {one}.",
      both: "Al crear tu cuenta aceptas {one} y {other}.",
      terms: "los términos",
      privacy: "la política de privacidad",
    },
    hasAccount: "¿Ya tienes cuenta? {signIn}",
    signIn: "Ingresa",
  },
  verify: {
    title: CONFIRM_YOURS,
    lead: "Así terminas de crear la cuenta de {address}.",
    mayStayEmpty: MAY_STAY_EMPTY,
    submit: CONFIRM_EMAIL,
    busy: CONFIRMING,
  },
  confirmEmail: {
    title: "Confirma tu nuevo correo",
    lead: "Al confirmarlo, esta cuenta ingresará con {address}:",
    asked: (device: string, place: string | null) =>
      `El cambio se pidió {when} desde ${device}${place ? `, cerca de ${place}` : ""}.`,
    notYours:
      "¿No es tu cuenta o no pediste el cambio? Cierra esta página y no compartas el link: quien usa esa cuenta seguiría ingresando a ella.",
    submit: CONFIRM_EMAIL,
    busy: CONFIRMING,
    again: "Cambiar correo",
  },
  /** somebody has an account at the address that one would change to */
  emailTaken: {
    title: "Ese correo ya tiene una cuenta",
    lead: "No cambiamos nada: una cuenta tiene un correo, y un correo una cuenta.",
  },
  undoEmail: {
    title: "Deshaz el cambio de correo",
    lead: "Esta cuenta volverá a ingresar con su correo anterior:",
    changed: "El correo se cambió {when}",
    sessions: "Cerraremos todas sus sesiones.",
    ways: "Quitaremos la contraseña, la cuenta de Google, las llaves de acceso y los dos pasos que se hayan agregado después o en los siete días antes.",
    submit: UNDO,
    busy: "Deshaciendo…",
  },
  recover: {
    title: "Recupera tu contraseña",
    lead: "Escribe tu correo y te enviaremos las instrucciones para crear una nueva.",
    submit: INSTRUCTIONS,
    busy: SENDING,
  },
  newPassword: {
    title: "Crea una nueva contraseña",
    lead: "Para la cuenta de {address}",
    effect: "Al guardarla cerraremos las demás sesiones y te avisaremos por correo.",
    submit: "Guardar contraseña",
    busy: SAVING,
  },
  notFound: {
    title: "No encontramos esta página",
    lead: "Revisa la dirección o vuelve al inicio.",
    home: TO_HOME,
  },
  maintenance: {
    away: "Volvemos enseguida",
    retry: (seconds: number) => `Esta página se recarga sola cada ${wait(seconds)}.`,
  },
};
