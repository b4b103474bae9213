import { BRAND } from "../../config/brand";

/** What happened, in a sentence for the owner of the account, by its event and the way in. */
export const activity = {
  "signed-in": {
    password: "Ingresaste con contraseña",
    google: "Ingresaste con Google",
    email: "Ingresaste con link mágico",
    passkey: "Ingresaste con llave de acceso",
    otherwise: "Ingresaste",
  },
  "signed-out": "Cerraste sesión",
  "link-asked": "Se pidió un link mágico",
  "password-refused": "Rechazamos una contraseña",
  "code-refused": "Rechazamos un código",
  "password-off": "Desactivamos tu contraseña por demasiados intentos",
  registered: "Creaste tu cuenta",
  "password-changed": "Cambiaste tu contraseña",
  "google-linked": "Vinculaste Google",
  "google-unlinked": "Desvinculaste Google",
  "name-changed": "Cambiaste tu nombre",
  "email-change-asked": "Pediste cambiar tu correo",
  "email-changed": "Cambiaste tu correo",
  "email-undone": "Deshiciste el cambio de tu correo",
  "passkey-added": "Agregaste una llave de acceso",
  "passkey-removed": "Eliminaste una llave de acceso",
  "passkey-renamed": "Cambiaste el nombre de una llave de acceso",
  "passkey-counter": "Una llave de acceso pudo haberse copiado",
  "second-step-on": "Activaste la autenticación en dos pasos",
  "second-step-off": {
    operator: "Soporte desactivó la autenticación en dos pasos",
    "lost-phone": "Desactivamos la autenticación en dos pasos, como pediste",
    otherwise: "Desactivaste la autenticación en dos pasos",
  },
  "second-step-refused": "Rechazamos un código de dos pasos",
  "recovery-codes-made": "Creaste nuevos códigos de recuperación",
  "recovery-code-used": "Usaste un código de recuperación",
  "device-trusted": "Confiaste en un dispositivo",
  "device-untrusted": "Dejaste de confiar en un dispositivo",
  "lost-phone-asked": "Se pidió desactivar los dos pasos por un teléfono perdido",
  "lost-phone-cancelled": "Cancelaste la recuperación por un teléfono perdido",
  "session-ended": "Cerraste una sesión",
  "sessions-ended": {
    operator: "Soporte cerró todas tus sesiones",
    otherwise: "Cerraste todas las sesiones",
  },
  "other-sessions-ended": "Cerraste las demás sesiones",
  "data-downloaded": {
    operator: "Soporte descargó tus datos",
    otherwise: "Descargaste tus datos",
  },
  "slow-down-lifted": {
    operator: "Soporte quitó la espera para usar tu contraseña",
    otherwise: "Quitamos la espera para usar tu contraseña",
  },
  "account-removed": "Eliminaste tu cuenta",
  unknown: "Hubo actividad en tu cuenta",
};

/** A device, by what its browser says of itself. */
export const devices = {
  unknown: "Dispositivo desconocido",
  support: `Soporte de ${BRAND.name}`,
  system: (system: string) => `Dispositivo con ${system}`,
  browser: (browser: string, system: string) => `${browser} en ${system}`,
};
