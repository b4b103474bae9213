/** What stands at more than one place, word for word. */
export const SENDING = "Enviando…";
export const SAVING = "Salvando…";
export const CONFIRMING = "Confirmando…";
export const SIGNING_IN = "Entrando…";
export const DELETING = "Excluindo…";
export const SEND_LINK = "Enviar link mágico";
export const IS_IT_YOU = "Confirme que é você";
export const BY_MAIL = "entre pelo e-mail";
export const PASSWORD = "Senha";
export const VERIFIED = "Confirmado";
export const TO_HOME = "Ir para o início";
export const CONFIRM_EMAIL = "Confirmar e-mail";
export const UNDO = "Desfazer a troca";
export const NOT_YOU = "Não foi você?";
export const UNDO_BUTTON = {
  text: UNDO,
  purpose: "se não foi você: sua conta volta para este e-mail e encerramos todas as sessões dela.",
};
