import { limits } from "../../config/limits";
import { days } from "./times";

/** The second step of a sign-in. */
export const secondStep = {
  title: "Confirma que eres tú",
  lead: "Escribe el código que muestra tu app de autenticación para {address}.",
  label: "Código de tu app",
  submit: "Verificar",
  busy: "Verificando…",
  trust: `Confiar en este dispositivo por ${days(limits.trustedDeviceSeconds)}`,
  byCode: "Usar un código de recuperación",
  lost: "¿Perdiste tu teléfono?",
  another: "Ingresar de otra forma",
  codeTitle: "Usa un código de recuperación",
  codeLead:
    "Escribe uno de los códigos que guardaste al activar la autenticación en dos pasos. Cada uno sirve una sola vez.",
  codeLabel: "Código de recuperación",
  byApp: "Usar el código de tu app",
};
