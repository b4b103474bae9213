import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import type { LetterWords } from "../letter-words";
import { factorNotices } from "./factor-notices";
import { common } from "./notice-frame";
import { NOT_YOU, UNDO_BUTTON } from "./shared";
import { days } from "./times";

const wasOfAccount = (address: string) =>
  `Enviado a ${address} porque era el correo de una cuenta de ${BRAND.name}.`;

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
    footer: wasOfAccount,
  },
  "email-changed": {
    ...common,
    subject: `Cambiaste el correo de tu cuenta de ${BRAND.name}`,
    title: "Cambiaste tu correo",
    intro: `Tu cuenta de ${BRAND.name} ahora usa otro correo. Si no fuiste tú, puedes deshacer el cambio durante ${days(limits.emailUndoSeconds)}.`,
    button: UNDO_BUTTON,
    lead: "Se confirmó desde",
    closing: {
      strong: NOT_YOU,
      text: "Deshaz el cambio y crea una nueva contraseña. Cambia también la contraseña de tu correo.",
    },
    footer: wasOfAccount,
  },
  "email-confirmed": {
    ...common,
    subject: `Este es el nuevo correo de tu cuenta de ${BRAND.name}`,
    title: "Este es tu nuevo correo",
    intro: `Desde ahora ingresas a tu cuenta de ${BRAND.name} con este correo. Tus sesiones siguen abiertas: cierra en tu cuenta las que no reconozcas.`,
    lead: "Se confirmó desde",
    closing: {
      strong: NOT_YOU,
      text: `Si la cuenta no es tuya, no la uses: quien la creó puede ingresar a ella. Escribe al equipo de soporte de ${BRAND.name}.`,
    },
  },
  "email-undone": {
    ...common,
    subject: `Deshicimos el cambio de correo de tu cuenta de ${BRAND.name}`,
    title: "Deshicimos el cambio de correo",
    intro:
      "La cuenta volvió a su correo anterior y cerramos todas sus sesiones. También quitamos la contraseña, la cuenta de Google, las llaves de acceso y los dos pasos que se agregaron después del cambio o en los siete días antes.",
    lead: "Se deshizo desde",
    closing: {
      strong: NOT_YOU,
      text: `Solo se puede deshacer desde el correo anterior de la cuenta: cambia la contraseña de ese correo y crea una nueva contraseña en ${BRAND.name}.`,
    },
    footer: (address: string) =>
      `Enviado a ${address} porque es o fue el correo de una cuenta de ${BRAND.name}.`,
  },
  ...factorNotices,
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
