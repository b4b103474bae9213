import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import type { LetterWords } from "../letter-words";
import { factorNotices } from "./factor-notices";
import { common } from "./notice-frame";
import { NOT_YOU, UNDO_BUTTON } from "./shared";
import { days } from "./times";

const wasOfAccount = (address: string) =>
  `Enviado para ${address} porque era o e-mail de uma conta ${BRAND.name}.`;

/** The mails that tell an owner what happened. */
export const notices = {
  "new-device": {
    ...common,
    subject: `Você entrou na sua conta ${BRAND.name} em um novo dispositivo`,
    title: "Você entrou em um novo dispositivo",
    intro: `Sua conta ${BRAND.name} foi acessada em um dispositivo que não conhecíamos.`,
    lead: "Acesso feito a partir de",
  },
  "password-changed": {
    ...common,
    subject: `Você trocou a senha da sua conta ${BRAND.name}`,
    title: "Você trocou sua senha",
    intro: `Sua conta ${BRAND.name} tem uma nova senha. Encerramos as outras sessões.`,
    lead: "Senha trocada a partir de",
  },
  "password-off": {
    ...common,
    subject: `Desativamos a senha da sua conta ${BRAND.name}`,
    title: "Desativamos sua senha",
    intro:
      "Uma senha incorreta foi digitada muitas vezes. Por segurança, nenhuma senha vale até você criar uma nova em “Esqueceu sua senha?”. Enquanto isso, você pode entrar pelo e-mail ou com o Google.",
    lead: "Última tentativa a partir de",
    closing: {
      strong: NOT_YOU,
      text: "Ninguém entrou na sua conta. Quando criar a nova senha, escolha uma que você não usa em outro site.",
    },
  },
  "google-linked": {
    ...common,
    subject: `Você vinculou o Google à sua conta ${BRAND.name}`,
    title: "Você vinculou o Google à sua conta",
    intro: `A partir de agora, você também pode entrar na sua conta ${BRAND.name} com o Google.`,
    lead: "Vinculado a partir de",
    closing: {
      strong: NOT_YOU,
      text: `Entre na sua conta ${BRAND.name} digitando o endereço no seu navegador, desvincule o Google e encerre todas as sessões. Troque também a senha do seu e-mail.`,
    },
  },
  "google-unlinked": {
    ...common,
    subject: `Você desvinculou o Google da sua conta ${BRAND.name}`,
    title: "Você desvinculou o Google da sua conta",
    intro: `Não dá mais para entrar na sua conta ${BRAND.name} com o Google. Você sempre pode usar seu e-mail.`,
    lead: "Desvinculado a partir de",
  },
  "account-removed": {
    ...common,
    subject: `Excluímos sua conta ${BRAND.name}`,
    title: "Excluímos sua conta",
    intro: `Excluímos sua conta ${BRAND.name} e encerramos todas as sessões dela, como você pediu. Se quiser voltar, pode criar outra com este e-mail.`,
    lead: "Solicitado a partir de",
    closing: {
      strong: NOT_YOU,
      text: `Alguém pode ter entrado na sua conta: troque a senha do seu e-mail e escreva para o suporte ${BRAND.name}.`,
    },
    footer: wasOfAccount,
  },
  "email-changed": {
    ...common,
    subject: `Você trocou o e-mail da sua conta ${BRAND.name}`,
    title: "Você trocou seu e-mail",
    intro: `Sua conta ${BRAND.name} agora usa outro e-mail. Dá para desfazer a troca em até ${days(limits.emailUndoSeconds)}.`,
    button: UNDO_BUTTON,
    lead: "Confirmado a partir de",
    closing: {
      strong: NOT_YOU,
      text: "Desfaça a troca e crie uma nova senha. Troque também a senha do seu e-mail.",
    },
    footer: wasOfAccount,
  },
  "email-confirmed": {
    ...common,
    subject: `Este é o novo e-mail da sua conta ${BRAND.name}`,
    title: "Este é o seu novo e-mail",
    intro: `A partir de agora, você entra na sua conta ${BRAND.name} com este e-mail. Suas sessões continuam abertas: encerre as que você não reconhece.`,
    lead: "Confirmado a partir de",
    closing: {
      strong: NOT_YOU,
      text: `Se a conta não é sua, não a use: quem a criou pode entrar nela. Escreva para o suporte ${BRAND.name}.`,
    },
  },
  "email-undone": {
    ...common,
    subject: `Desfizemos a troca de e-mail da sua conta ${BRAND.name}`,
    title: "Desfizemos a troca de e-mail",
    intro:
      "A conta voltou para o e-mail anterior e encerramos todas as sessões dela. Também removemos a senha, a conta do Google, as chaves de acesso e as duas etapas que foram adicionadas depois da troca ou nos sete dias anteriores.",
    lead: "Desfeito a partir de",
    closing: {
      strong: NOT_YOU,
      text: `Só dá para desfazer a partir do e-mail anterior da conta: troque a senha desse e-mail e crie uma nova senha para sua conta ${BRAND.name}.`,
    },
    footer: (address: string) =>
      `Enviado para ${address} porque é ou foi o e-mail de uma conta ${BRAND.name}.`,
  },
  ...factorNotices,
} satisfies Record<string, LetterWords>;

/** What is said of what happened many times. */
export const folded = {
  subject: (subject: string, times: number) => `${subject} (${times} vezes)`,
  intro: (intro: string, times: number, since: string) =>
    `${intro} Isso aconteceu ${times} vezes desde ${since}.`,
  lead: "Última vez a partir de",
  fromThese: (intro: string) => `${intro} Foi a partir destes dispositivos:`,
  more: (n: number) => `E mais ${n}`,
};
