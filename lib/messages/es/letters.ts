import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import type { LetterWords } from "../letter-words";
import { CONFIRM_EMAIL, NOT_YOU, UNDO_BUTTON } from "./shared";
import { hours, minutes } from "./times";

const ASKED_FROM = "Se pidió desde";
const NOBODY_CAN_REGISTER =
  "Ignora este correo y no lo reenvíes: sin el link nadie puede crear una cuenta con tu correo.";

/** How long a link lives, and that it works once: beside the subject, and in the help article's two notes. */
const lives = (time: string) => ({
  preheader: `Disponible durante ${time}. Solo se puede utilizar una vez.`,
  notes: [`Estará disponible durante *${time}*.`, "Solo se puede utilizar *una vez*."],
});

const because = (what: string) => (address: string) =>
  `Enviado a ${address} porque se pidió ${what} con este correo.`;

const code = {
  lead: "O escribe este código donde lo pediste:",
  note: `El código es válido por ${minutes(limits.codeLifeSeconds)}. No lo compartas con nadie.`,
};
const forAccount = (address: string) =>
  `Enviado a ${address} porque se pidió usar este correo en una cuenta de ${BRAND.name}.`;

const WAYS_IN = {
  button: { text: `Ingresar a ${BRAND.name}`, purpose: "para ingresar como prefieras." },
  notes: [
    "Con tu *contraseña*. Si la olvidaste, ahí mismo puedes crear una nueva.",
    "Con tu cuenta de *Google*.",
    "Con un *link mágico* que te llega a este correo.",
  ],
};
const linkButton = "Link mágico para Ingresar";

/** The mails that a person asked for. */
export const letters = {
  magicLink: {
    subject: `Tu link mágico para ingresar a ${BRAND.name}`,
    title: "Aquí está tu link mágico",
    button: {
      text: linkButton,
      purpose: `para ingresar a tu cuenta de ${BRAND.name}. No necesitas contraseña.`,
    },
    ...lives(minutes(limits.magicLinkLifeSeconds)),
    code,
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignora este correo y no lo reenvíes: sin él nadie puede ingresar. Si te llegan varios que no pediste, cambia la contraseña de tu correo.",
    },
    footer: because(`ingresar a ${BRAND.name}`),
  },
  magicLinkWithoutAccount: {
    subject: `Crea tu cuenta en ${BRAND.name}`,
    title: `Crea tu cuenta en ${BRAND.name}`,
    intro: "Pediste ingresar, pero aún no hay una cuenta con este correo.",
    button: { text: linkButton, purpose: "para crearla. No necesitas contraseña." },
    ...lives(minutes(limits.magicLinkLifeSeconds)),
    code,
    lead: ASKED_FROM,
    closing: { strong: NOT_YOU, text: NOBODY_CAN_REGISTER },
    footer: because(`ingresar a ${BRAND.name}`),
  },
  registration: {
    subject: `Confirma tu correo para crear tu cuenta en ${BRAND.name}`,
    title: "Confirma tu correo",
    intro: `Falta un paso para crear tu cuenta en ${BRAND.name}.`,
    button: { text: CONFIRM_EMAIL, purpose: "para confirmar que este correo es tuyo." },
    ...lives(hours(limits.registrationLifeSeconds)),
    lead: ASKED_FROM,
    closing: { strong: NOT_YOU, text: NOBODY_CAN_REGISTER },
    footer: because(`crear una cuenta en ${BRAND.name}`),
  },
  alreadyRegistered: {
    subject: `Ya tienes una cuenta en ${BRAND.name}`,
    preheader: "Se pidió crear otra con este correo. No cambiamos nada.",
    title: `Ya tienes una cuenta en ${BRAND.name}`,
    intro: "Se pidió crear una cuenta con este correo, pero ya tienes una. No cambiamos nada.",
    ...WAYS_IN,
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignora este correo: tu cuenta sigue igual y nadie ingresó a ella.",
    },
    footer: because(`crear una cuenta en ${BRAND.name}`),
  },
  reset: {
    subject: `Recupera tu cuenta de ${BRAND.name}`,
    title: "Crea una nueva contraseña",
    button: {
      text: "Crear nueva contraseña",
      purpose: "para elegir una nueva contraseña. La anterior dejará de servir cuando la guardes.",
    },
    ...lives(minutes(limits.resetLifeSeconds)),
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignora este correo y no lo reenvíes: tu contraseña sigue igual. Si te llegan varios que no pediste, cambia la contraseña de tu correo.",
    },
    footer: because(`una nueva contraseña de ${BRAND.name}`),
  },
  resetWithoutAccount: {
    subject: `No hay una cuenta de ${BRAND.name} con este correo`,
    preheader: "Se pidió recuperar una cuenta con este correo, pero no hay ninguna.",
    title: `Aún no tienes cuenta en ${BRAND.name}`,
    intro:
      "Se pidió una nueva contraseña, pero no hay una cuenta con este correo. Si tienes una, la creaste con otro correo.",
    button: { text: "Crear cuenta", purpose: "para crear una con este correo." },
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignora este correo: no cambiamos nada ni creamos una cuenta.",
    },
    footer: because(`una nueva contraseña de ${BRAND.name}`),
  },
  emailChange: {
    subject: `Confirma tu nuevo correo de ${BRAND.name}`,
    title: "Confirma tu nuevo correo",
    intro: `Falta un paso para ingresar a tu cuenta de ${BRAND.name} con este correo.`,
    button: { text: CONFIRM_EMAIL, purpose: "para confirmar que este correo es tuyo." },
    ...lives(minutes(limits.emailChangeLifeSeconds)),
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignora este correo y no lo reenvíes: sin el link nadie puede usar tu correo en su cuenta.",
    },
    footer: forAccount,
  },
  emailTaken: {
    subject: `Ya tienes una cuenta en ${BRAND.name}`,
    preheader: "Se pidió usar este correo en otra cuenta. No cambiamos nada.",
    title: `Ya tienes una cuenta en ${BRAND.name}`,
    intro: `Se pidió usar este correo en otra cuenta de ${BRAND.name}, pero ya tienes una con él. No cambiamos nada.`,
    ...WAYS_IN,
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignora este correo: tu cuenta sigue igual y nadie ingresó a ella.",
    },
    footer: forAccount,
  },
  /** to an address whose account has another one by now, whatever was asked for */
  moved: {
    subject: `Tu cuenta de ${BRAND.name} tiene otro correo`,
    preheader: "Si no lo cambiaste tú, este correo dice cómo deshacerlo.",
    title: "Tu cuenta tiene otro correo",
    intro: `El correo de tu cuenta de ${BRAND.name} se cambió hace poco. Si lo cambiaste tú, ingresa con el nuevo.`,
    button: UNDO_BUTTON,
    lead: "Este correo se pidió desde",
    closing: {
      strong: NOT_YOU,
      text: "Deshaz el cambio y crea una nueva contraseña. Cambia también la contraseña de tu correo.",
    },
    footer: because(`ingresar a ${BRAND.name}`),
  },
} satisfies Record<string, LetterWords>;

/** What stands around every letter's own words. */
export const mail = {
  click: (purpose: string) => `Haz clic en el botón ${purpose}`,
  open: (purpose: string) => `Abre este link ${purpose}`,
  near: (device: string, place: string) => `${device}, cerca de ${place}`,
};
