import { BRAND } from "../../config/brand";
import type { LetterWords } from "../letter-words";
import { NOT_YOU } from "./shared";

// Notices carry no link: a mail that alarms and asks for a click is what a thief would send.
const common = {
  preheader: "Si no fuiste tú, este correo dice qué hacer.",
  closing: {
    strong: NOT_YOU,
    text: `Ingresa a ${BRAND.name} escribiendo la dirección en tu navegador, cierra todas las sesiones y crea una nueva contraseña. Cambia también la contraseña de tu correo.`,
  },
  footer: (address: string) =>
    `Enviado a ${address} porque es el correo de una cuenta de ${BRAND.name}.`,
};

/** The mails that tell an owner what happened. */
export const notices = {
  "new-device": {
    ...common,
    subject: `Ingresaste a ${BRAND.name} desde un dispositivo nuevo`,
    title: "Ingresaste desde un dispositivo nuevo",
    intro: `Hubo un ingreso a tu cuenta de ${BRAND.name} desde un dispositivo que no conocíamos.`,
    lead: "Fue desde",
  },
  "password-changed": {
    ...common,
    subject: `Cambiaste tu contraseña de ${BRAND.name}`,
    title: "Cambiaste tu contraseña",
    intro: `Tu cuenta de ${BRAND.name} tiene una contraseña nueva. Cerramos las demás sesiones.`,
    lead: "Se cambió desde",
  },
  "password-off": {
    ...common,
    subject: `Desactivamos tu contraseña de ${BRAND.name}`,
    title: "Desactivamos tu contraseña",
    intro:
      "Se escribió muchas veces una contraseña incorrecta. Por seguridad, ninguna sirve hasta que crees una nueva con “¿Olvidaste tu contraseña?”. Mientras tanto puedes ingresar desde tu correo o con Google.",
    lead: "El último intento fue desde",
    closing: {
      strong: NOT_YOU,
      text: "Nadie ingresó a tu cuenta. Cuando crees la nueva contraseña, elige una que no uses en otro sitio.",
    },
  },
  "google-linked": {
    ...common,
    subject: `Vinculaste Google a tu cuenta de ${BRAND.name}`,
    title: "Vinculaste Google a tu cuenta",
    intro: `Desde ahora también puedes ingresar a ${BRAND.name} con tu cuenta de Google.`,
    lead: "Se vinculó desde",
    closing: {
      strong: NOT_YOU,
      text: `Ingresa a ${BRAND.name} escribiendo la dirección en tu navegador, desvincula Google y cierra todas las sesiones. Cambia también la contraseña de tu correo.`,
    },
  },
  "google-unlinked": {
    ...common,
    subject: `Desvinculaste Google de tu cuenta de ${BRAND.name}`,
    title: "Desvinculaste Google de tu cuenta",
    intro: `Ya no se puede ingresar a tu cuenta de ${BRAND.name} con Google. Siempre puedes usar tu correo.`,
    lead: "Se desvinculó desde",
  },
  "account-removed": {
    ...common,
    subject: `Eliminamos tu cuenta de ${BRAND.name}`,
    title: "Eliminamos tu cuenta",
    intro: `Eliminamos tu cuenta de ${BRAND.name} y cerramos todas sus sesiones, como pediste. Si quieres volver, puedes crear otra con este correo.`,
    lead: "Se pidió desde",
    closing: {
      strong: NOT_YOU,
      text: `Alguien pudo ingresar a tu cuenta: cambia la contraseña de tu correo y escribe al equipo de soporte de ${BRAND.name}.`,
    },
    footer: (address: string) =>
      `Enviado a ${address} porque era el correo de una cuenta de ${BRAND.name}.`,
  },
} satisfies Record<string, LetterWords>;

/** What is said of what happened many times. */
export const folded = {
  subject: (subject: string, times: number) => `${subject} (${times} veces)`,
  intro: (intro: string, times: number, since: string) =>
    `${intro} Pasó ${times} veces desde el ${since}.`,
  lead: "La última vez fue desde",
  fromThese: (intro: string) => `${intro} Fue desde estos dispositivos:`,
  more: (n: number) => (n === 1 ? "Y uno más" : `Y ${n} más`),
};
