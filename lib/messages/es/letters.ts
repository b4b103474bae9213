import { limits } from "../../config/limits";
import type { LetterWords } from "../letter-words";
import { dateAndHourOf } from "./moments";
import { NOT_YOU } from "./shared";
import { hours, minutes } from "./times";

const ASKED_FROM = "Lo pidieron desde";
const NOBODY_CAN_REGISTER =
  "Ignora este correo y no lo reenvíes: sin el link nadie puede crear una cuenta con tu correo.";

/** How long a link lives, and that it works once: beside the subject, and in the help article's two notes. */
const lives = (time: string) => ({
  preheader: `Disponible durante ${time}. Solo se puede utilizar una vez.`,
  notes: [`Estará disponible durante *${time}*.`, "Solo se puede utilizar *una vez*."],
});

const because = (what: string) => (address: string) =>
  `Enviado a ${address} porque alguien pidió ${what} con este correo.`;

const code = {
  lead: "O escribe este código donde lo pediste:",
  note: `El código es válido por ${minutes(limits.codeLifeSeconds)}. No se lo digas a nadie.`,
};
const linkButton = "Link mágico para Ingresar";

/** The mails that a person asked for. */
export const letters = {
  magicLink: {
    subject: "Tu link mágico para ingresar a Alegra",
    title: "Aquí está tu link mágico",
    button: {
      text: linkButton,
      purpose: "para ingresar a tu cuenta de Alegra. No necesitas contraseña.",
    },
    ...lives(minutes(limits.magicLinkLifeSeconds)),
    code,
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignora este correo y no lo reenvíes: sin el link nadie puede entrar. Si te llegan varios que no pediste, cambia la contraseña de tu correo.",
    },
    footer: because("ingresar a Alegra"),
  },
  magicLinkWithoutAccount: {
    subject: "Crea tu cuenta en Alegra",
    title: "Crea tu cuenta en Alegra",
    intro: "Pediste ingresar, pero aún no hay una cuenta con este correo.",
    button: { text: linkButton, purpose: "para crearla. No necesitas contraseña." },
    ...lives(minutes(limits.magicLinkLifeSeconds)),
    code,
    lead: ASKED_FROM,
    closing: { strong: NOT_YOU, text: NOBODY_CAN_REGISTER },
    footer: because("ingresar a Alegra"),
  },
  registration: {
    subject: "Confirma tu correo para crear tu cuenta en Alegra",
    title: "Confirma tu correo",
    intro: "Falta un paso para crear tu cuenta en Alegra.",
    button: { text: "Confirmar correo", purpose: "para confirmar que este correo es tuyo." },
    ...lives(hours(limits.registrationLifeSeconds)),
    lead: ASKED_FROM,
    closing: { strong: NOT_YOU, text: NOBODY_CAN_REGISTER },
    footer: because("crear una cuenta en Alegra"),
  },
  alreadyRegistered: {
    subject: "Ya tienes una cuenta en Alegra",
    preheader: "Alguien pidió crear otra con este correo. No cambiamos nada.",
    title: "Ya tienes una cuenta en Alegra",
    intro: "Alguien pidió crear una cuenta con este correo, pero ya tienes una. No cambiamos nada.",
    button: { text: "Ingresar a Alegra", purpose: "para ingresar como prefieras." },
    notes: [
      "Con tu *contraseña*. Si la olvidaste, ahí mismo puedes crear una nueva.",
      "Con tu cuenta de *Google*.",
      "Con un *link mágico* que te llega a este correo.",
    ],
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignora este correo: tu cuenta sigue igual y nadie entró en ella.",
    },
    footer: because("crear una cuenta en Alegra"),
  },
  reset: {
    subject: "Recupera el acceso a tu cuenta de Alegra",
    title: "Crea una nueva contraseña",
    button: {
      text: "Crear nueva contraseña",
      purpose: "para elegir una nueva contraseña. La anterior deja de servir cuando la guardes.",
    },
    ...lives(minutes(limits.resetLifeSeconds)),
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignora este correo y no lo reenvíes: tu contraseña sigue igual. Si te llegan varios que no pediste, cambia la contraseña de tu correo.",
    },
    footer: because("una nueva contraseña de Alegra"),
  },
  resetWithoutAccount: {
    subject: "No hay una cuenta de Alegra con este correo",
    preheader: "Alguien pidió recuperar el acceso, pero aquí no hay una cuenta.",
    title: "Aún no tienes cuenta en Alegra",
    intro:
      "Alguien pidió una nueva contraseña, pero no hay una cuenta con este correo. Si tienes una, está con otro correo.",
    button: { text: "Crear cuenta", purpose: "para crear una con este correo." },
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignora este correo: no cambiamos nada ni guardamos una cuenta con él.",
    },
    footer: because("una nueva contraseña de Alegra"),
  },
} satisfies Record<string, LetterWords>;

/** What stands around every letter's own words. */
export const mail = {
  click: (purpose: string) => `Haz clic en el botón ${purpose}`,
  open: (purpose: string) => `Abre este link ${purpose}`,
  near: (device: string, place: string) => `${device}, cerca de ${place}`,
  when: dateAndHourOf,
};
