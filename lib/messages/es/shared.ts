/** What stands at more than one place, word for word. */
export const SENDING = "Enviando…";
export const SAVING = "Guardando…";
export const CONFIRMING = "Confirmando…";
export const SIGNING_IN = "Ingresando…";
export const DELETING = "Eliminando…";
export const SEND_LINK = "Enviar link mágico";
export const IS_IT_YOU = "Confirma que eres tú";
export const BY_MAIL = "ingresa desde tu correo";
export const PASSWORD = "Contraseña";
export const VERIFIED = "Confirmado";
export const TO_HOME = "Ir al inicio";
export const EMAIL = "Correo electrónico";
export const CONFIRM_EMAIL = "Confirmar correo";
export const UNDO = "Deshacer el cambio";
export const NOT_YOU = "¿No fuiste tú?";
export const UNDO_BUTTON = {
  text: UNDO,
  purpose: "si no fuiste tú: tu cuenta volverá a este correo y cerraremos todas sus sesiones.",
};
