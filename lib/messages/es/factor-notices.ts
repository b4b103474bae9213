import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import type { LetterWords } from "../letter-words";
import { common } from "./notice-frame";
import { NOT_YOU } from "./shared";
import { hours } from "./times";

const CANCEL_BUTTON = {
  text: "Cancelar recuperación",
  purpose: "si no fuiste tú: los dos pasos seguirán activos.",
};

/** The mails that tell an owner of a passkey or the second step. */
export const factorNotices = {
  "passkey-added": {
    ...common,
    subject: `Agregaste una llave de acceso a tu cuenta de ${BRAND.name}`,
    title: `Agregaste una llave de acceso`,
    intro: `Desde ahora también puedes ingresar a ${BRAND.name} con tu huella, tu cara o el PIN del equipo donde se guardó la llave de acceso.`,
    lead: `Se agregó desde`,
    closing: {
      strong: NOT_YOU,
      text: `Ingresa a ${BRAND.name} escribiendo la dirección en tu navegador, elimina la llave de acceso y cierra todas las sesiones. Cambia también la contraseña de tu correo.`,
    },
  },
  "passkey-removed": {
    ...common,
    subject: `Eliminaste una llave de acceso de tu cuenta de ${BRAND.name}`,
    title: `Eliminaste una llave de acceso`,
    intro: `Ya no se puede ingresar a tu cuenta de ${BRAND.name} con esa llave de acceso. Siempre puedes usar tu correo.`,
    lead: `Se eliminó desde`,
  },
  "second-step-on": {
    ...common,
    subject: `Activaste la autenticación en dos pasos de ${BRAND.name}`,
    title: `Activaste la autenticación en dos pasos`,
    intro: `Desde ahora te pediremos un código de tu app cuando ingreses a ${BRAND.name}. Guarda tus códigos de recuperación: sirven si pierdes tu teléfono.`,
    lead: `Se activó desde`,
  },
  "second-step-off": {
    ...common,
    subject: `Se desactivó la autenticación en dos pasos de ${BRAND.name}`,
    title: `Se desactivó la autenticación en dos pasos`,
    intro: `Ya no pedimos un código de tu app para ingresar a tu cuenta de ${BRAND.name}.`,
    lead: `Se desactivó desde`,
    closing: {
      strong: NOT_YOU,
      text: `Ingresa a ${BRAND.name} escribiendo la dirección en tu navegador, cierra todas las sesiones, crea una nueva contraseña y activa los dos pasos otra vez. Cambia también la contraseña de tu correo.`,
    },
  },
  "recovery-codes-made": {
    ...common,
    subject: `Creaste nuevos códigos de recuperación para los dos pasos de ${BRAND.name}`,
    title: `Creaste nuevos códigos de recuperación`,
    intro: `Los códigos de recuperación anteriores ya no sirven.`,
    lead: `Se crearon desde`,
  },
  "recovery-code-used": {
    ...common,
    subject: `Se usó un código de recuperación de los dos pasos de ${BRAND.name}`,
    title: `Se usó un código de recuperación`,
    intro: `Hubo un ingreso a tu cuenta de ${BRAND.name} con un código de recuperación en lugar de tu app. Ese código ya no sirve, y los dispositivos de confianza ya no lo son.`,
    lead: `Se usó desde`,
  },
  "lost-phone-asked": {
    ...common,
    subject: `Se pidió desactivar los dos pasos de tu cuenta de ${BRAND.name}`,
    title: `Se pidió desactivar los dos pasos`,
    intro: `Alguien dijo que perdió su teléfono y pidió desactivar la autenticación en dos pasos de tu cuenta de ${BRAND.name}. Lo haremos en ${hours(limits.lostPhoneWaitSeconds)}, salvo que se cancele antes.`,
    button: CANCEL_BUTTON,
    lead: `Se pidió desde`,
    closing: {
      strong: NOT_YOU,
      text: `Cancela la recuperación con el botón de este correo y crea una nueva contraseña: quien la pidió ya pudo pasar el primer paso. Cambia también la contraseña de tu correo.`,
    },
  },
  "lost-phone-soon": {
    ...common,
    subject: `Pronto se desactivan los dos pasos de tu cuenta de ${BRAND.name}`,
    title: `Pronto se desactivan los dos pasos`,
    intro: `En ${hours(limits.lostPhoneWaitSeconds / 2)} desactivaremos la autenticación en dos pasos de tu cuenta de ${BRAND.name}, porque se pidió por un teléfono perdido.`,
    button: CANCEL_BUTTON,
    lead: `Se pidió desde`,
    closing: {
      strong: NOT_YOU,
      text: `Cancela la recuperación con el botón de este correo y crea una nueva contraseña: quien la pidió ya pudo pasar el primer paso. Cambia también la contraseña de tu correo.`,
    },
  },
  "lost-phone-cancelled": {
    ...common,
    subject: `Se canceló la recuperación de los dos pasos de ${BRAND.name}`,
    title: `Se canceló la recuperación`,
    intro: `La autenticación en dos pasos de tu cuenta de ${BRAND.name} sigue activa.`,
    lead: `Se canceló desde`,
  },
} satisfies Record<string, LetterWords>;
