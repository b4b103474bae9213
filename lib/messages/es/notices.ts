import type { LetterWords } from "../letter-words";
import { dateAndHourOf } from "./moments";
import { NOT_YOU } from "./shared";

// Notices carry no link: a mail that alarms and asks for a click is what a thief would send.
const common = {
  preheader: "Si no fuiste tú, este correo dice qué hacer.",
  closing: {
    strong: NOT_YOU,
    text: "Entra a Alegra escribiendo la dirección en tu navegador, cierra todas las sesiones y crea una nueva contraseña. Cambia también la contraseña de tu correo.",
  },
  footer: (address: string) => `Enviado a ${address} porque es el correo de una cuenta de Alegra.`,
};

/** The mails that tell an owner what happened. */
export const notices = {
  "new-device": {
    ...common,
    subject: "Ingresaste a Alegra desde un dispositivo nuevo",
    title: "Ingresaste desde un dispositivo nuevo",
    intro: "Alguien ingresó a tu cuenta de Alegra desde un dispositivo que no conocíamos.",
    lead: "Ingresó desde",
  },
  "password-changed": {
    ...common,
    subject: "Cambiaste tu contraseña de Alegra",
    title: "Cambiaste tu contraseña",
    intro: "Tu cuenta de Alegra tiene una contraseña nueva. Cerramos tus otras sesiones.",
    lead: "La cambiaron desde",
  },
  "password-off": {
    ...common,
    subject: "Desactivamos tu contraseña de Alegra",
    title: "Desactivamos tu contraseña",
    intro:
      "Alguien escribió muchas veces una contraseña equivocada, así que ninguna sirve hasta que crees una nueva con “¿Olvidaste tu contraseña?”. Mientras tanto puedes ingresar desde tu correo o con Google.",
    lead: "El último intento fue desde",
    closing: {
      strong: NOT_YOU,
      text: "Nadie entró a tu cuenta. Cuando crees la nueva contraseña, elige una que no uses en otro sitio.",
    },
  },
  "google-linked": {
    ...common,
    subject: "Vinculaste Google a tu cuenta de Alegra",
    title: "Vinculaste Google a tu cuenta",
    intro: "Desde ahora también puedes ingresar a Alegra con tu cuenta de Google.",
    lead: "Lo hicieron desde",
    closing: {
      strong: NOT_YOU,
      text: "Entra a Alegra escribiendo la dirección en tu navegador, desvincula Google y cierra todas las sesiones. Cambia también la contraseña de tu correo.",
    },
  },
  "google-unlinked": {
    ...common,
    subject: "Desvinculaste Google de tu cuenta de Alegra",
    title: "Desvinculaste Google de tu cuenta",
    intro:
      "Ya no se puede ingresar a tu cuenta de Alegra con Google. Siempre puedes usar tu correo.",
    lead: "Lo hicieron desde",
  },
  "account-removed": {
    ...common,
    subject: "Eliminamos tu cuenta de Alegra",
    title: "Eliminamos tu cuenta",
    intro:
      "Borramos tu cuenta de Alegra y cerramos todas sus sesiones, como lo pediste. Si quieres volver, puedes crear otra con este correo.",
    lead: "Lo pidieron desde",
    closing: {
      strong: NOT_YOU,
      text: "Alguien pudo entrar a tu cuenta: cambia la contraseña de tu correo y escríbele al equipo de soporte de Alegra.",
    },
    footer: (address: string) =>
      `Enviado a ${address} porque era el correo de una cuenta de Alegra.`,
  },
} satisfies Record<string, LetterWords>;

/** What is said of what happened many times. */
export const folded = {
  subject: (subject: string, times: number) => `${subject} (${times} veces)`,
  intro: (intro: string, times: number, since: Date) =>
    `${intro} Pasó ${times} veces desde el ${dateAndHourOf(since)}.`,
  lead: "La última vez fue desde",
  fromThese: (intro: string) => `${intro} Fue desde estos dispositivos:`,
  more: (n: number) => (n === 1 ? "Y uno más" : `Y ${n} más`),
};
