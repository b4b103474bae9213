import { BRAND } from "../../config/brand";
import { NOT_YOU } from "./shared";

/**
 * Notices carry no link: a mail that alarms and asks for a click is what a thief would send. But whoever lost the address, or did not lose
 * the phone, has no other way.
 */
export const common = {
  preheader: "Si no fuiste tú, este correo dice qué hacer.",
  closing: {
    strong: NOT_YOU,
    text: `Ingresa a ${BRAND.name} escribiendo la dirección en tu navegador, cierra todas las sesiones y crea una nueva contraseña. Cambia también la contraseña de tu correo.`,
  },
  footer: (address: string) =>
    `Enviado a ${address} porque es el correo de una cuenta de ${BRAND.name}.`,
};
