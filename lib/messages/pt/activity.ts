import { BRAND } from "../../config/brand";

/** What happened, in a sentence for the owner of the account, by its event and the way in. */
export const activity = {
  "signed-in": {
    password: "Você entrou com a senha",
    google: "Você entrou com o Google",
    email: "Você entrou com um link mágico",
    passkey: "Você entrou com chave de acesso",
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
  "passkey-added": "Você adicionou uma chave de acesso",
  "passkey-removed": "Você excluiu uma chave de acesso",
  "passkey-renamed": "Você mudou o nome de uma chave de acesso",
  "passkey-counter": "Uma chave de acesso pode ter sido copiada",
  "second-step-on": "Você ativou a verificação em duas etapas",
  "second-step-off": {
    operator: "O suporte desativou a verificação em duas etapas",
    "lost-phone": "Desativamos a verificação em duas etapas, como você pediu",
    otherwise: "Você desativou a verificação em duas etapas",
  },
  "second-step-refused": "Recusamos um código das duas etapas",
  "recovery-codes-made": "Você criou novos códigos de recuperação",
  "recovery-code-used": "Você usou um código de recuperação",
  "device-trusted": "Você passou a confiar em um dispositivo",
  "device-untrusted": "Você deixou de confiar em um dispositivo",
  "lost-phone-asked": "Foi pedido desativar as duas etapas por um telefone perdido",
  "lost-phone-cancelled": "Você cancelou a recuperação por um telefone perdido",
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
