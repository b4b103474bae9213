import { BRAND } from "../../config/brand";

/** What happened, in a sentence for the owner of the account, by its event and the way in. */
export const activity = {
  "signed-in": {
    password: "Você entrou com a senha",
    google: "Você entrou com o Google",
    email: "Você entrou com um link mágico",
    otherwise: "Você entrou",
  },
  "signed-out": "Você saiu",
  "link-asked": "Um link mágico foi solicitado",
  "password-refused": "Recusamos uma senha",
  "code-refused": "Recusamos um código",
  "password-off": "Desativamos sua senha por excesso de tentativas",
  registered: "Você criou sua conta",
  "password-changed": "Você trocou sua senha",
  "google-linked": "Você vinculou o Google",
  "google-unlinked": "Você desvinculou o Google",
  "name-changed": "Você mudou seu nome",
  "email-change-asked": "Você pediu para trocar seu e-mail",
  "email-changed": "Você trocou seu e-mail",
  "email-undone": "Você desfez a troca do seu e-mail",
  "session-ended": "Você encerrou uma sessão",
  "sessions-ended": {
    operator: "O suporte encerrou todas as suas sessões",
    otherwise: "Você encerrou todas as sessões",
  },
  "other-sessions-ended": "Você encerrou as outras sessões",
  "data-downloaded": {
    operator: "O suporte baixou seus dados",
    otherwise: "Você baixou seus dados",
  },
  "slow-down-lifted": {
    operator: "O suporte retirou a espera para usar sua senha",
    otherwise: "Retiramos a espera para usar sua senha",
  },
  "account-removed": "Você excluiu sua conta",
  unknown: "Houve atividade na sua conta",
};

/** A device, by what its browser says of itself. */
export const devices = {
  unknown: "Dispositivo desconhecido",
  support: `Suporte ${BRAND.name}`,
  system: (system: string) => `Dispositivo com ${system}`,
  browser: (browser: string, system: string) => `${browser} no ${system}`,
};
