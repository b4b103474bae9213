import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import { info, ok } from "../banner";
import { hours } from "./times";

const CODES = "Códigos de recuperación";
const TURN_OFF = "Desactivar";

/** The page where the second step is turned on and off. */
export const twoSteps = {
  title: "Autenticación en dos pasos",
  state: { on: "Activa", off: "Inactiva" },
  since: "Desde el {day}",
  offLead: "Pide un código de tu teléfono además de tu contraseña, Google o link mágico.",
  setUp: "Configurar",
  manage: "Administrar",
  lead: "Después de tu contraseña, Google o link mágico te pediremos un código que solo tiene tu teléfono.",
  needs:
    "Necesitas una app de autenticación en tu teléfono: Google Authenticator, Microsoft Authenticator u otra.",
  keepsOut: "Quien sepa tu contraseña o lea tu correo no podrá ingresar.",
  gives: `Te daremos ${limits.recoveryCodes} códigos de recuperación por si pierdes tu teléfono.`,
  begin: "Activar autenticación en dos pasos",
  beginning: "Preparando…",
  scanTitle: "Conecta tu app",
  scan: "Escanea este código QR con tu app de autenticación y escribe el código de 6 dígitos que te muestra.",
  qr: "Código QR para tu app de autenticación. La clave que contiene está debajo.",
  open: "Abrir en tu app de este teléfono",
  typed: "¿No puedes escanearlo? Escribe esta clave en tu app:",
  confirm: "Activar",
  confirming: "Activando…",
  onLead: "Al ingresar te pedimos un código de tu app, salvo con una llave de acceso.",
  codes: CODES,
  codesLeft: (n: number) =>
    `${n === 1 ? "Te queda 1 código" : `Te quedan ${n} códigos`} sin usar. Al crear otros, los de antes dejan de servir.`,
  codesFew: "Te quedan pocos códigos de recuperación. Crea otros antes de que se acaben.",
  codesBusy: "Creando…",
  codesLead:
    "Cada uno sirve una sola vez para ingresar si no tienes tu teléfono. Guárdalos fuera de él: impresos o en tu gestor de contraseñas.",
  codesOnce: "No volveremos a mostrarlos.",
  codesOf: `Para ingresar a ${BRAND.name} con {address}`,
  copy: "Copiar",
  copied: "Copiados",
  print: "Imprimir",
  download: "Descargar",
  fileName: "codigos-de-recuperacion.txt",
  done: "Ya los guardé",
  devices: "Dispositivos de confianza",
  devicesLead: "No te pedimos el código en ellos.",
  noDevices: "Ninguno: te pedimos el código en todos.",
  trusted: "Desde {since} · hasta {until}",
  remove: "Quitar",
  turnOffTitle: "Dejar de usar los dos pasos",
  turnOffLead: "Para ingresar bastará con tu contraseña, Google o link mágico.",
  turnOff: TURN_OFF,
  turningOff: "Desactivando…",
  wrong: "Ese código no es correcto. Escribe el que tu app muestra ahora.",
  replies: {
    on: ok("Activaste la autenticación en dos pasos. Guarda estos códigos antes de seguir."),
    late: info(
      `La clave vence en ${hours(limits.enrolmentLifeSeconds)} y solo sirve en la sesión que la pidió. Empieza de nuevo.`,
    ),
    alreadyOn: info(
      "La autenticación en dos pasos ya está activa. Si no guardaste tus códigos de recuperación, crea otros.",
    ),
    alreadyOff: info("La autenticación en dos pasos no está activa."),
    off: ok("Desactivaste la autenticación en dos pasos."),
    renewed: ok("Creamos códigos nuevos. Los de antes ya no sirven."),
    untrusted: ok("Ya no confiamos en ese dispositivo."),
  },
};
