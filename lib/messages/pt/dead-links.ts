import { limits } from "../../config/limits";
import type { DeadLinks } from "../dead-links";
import { days, hours, minutes } from "./times";

const INCOMPLETE =
  "Talvez ele tenha sido copiado pela metade. Abra de novo a partir do seu e-mail ou peça outro.";

/** What is said of a link that opens nothing any more: its page's title, which is also the reply's sentence, and what to do. */
export const deadLinks: DeadLinks = {
  "magic-link": {
    used: {
      title: "Este link já foi usado",
      lead: "Por segurança, cada link mágico funciona uma única vez. Peça outro, que chega em segundos.",
    },
    ended: {
      title: "Este link não vale mais",
      lead: "Você já entrou com outro link. Peça um novo se precisar.",
    },
    expired: {
      title: "Este link expirou",
      lead: `Os links mágicos valem por ${minutes(limits.magicLinkLifeSeconds)}. Peça outro, que chega em segundos.`,
    },
    unknown: {
      title: "Este link não é válido",
      lead: INCOMPLETE,
    },
  },
  registration: {
    used: {
      title: "Este link para confirmar seu e-mail já foi usado",
      lead: "Seu e-mail já está confirmado: entre na sua conta. Se não conseguir, crie a conta de novo.",
    },
    ended: {
      title: "Este link para confirmar seu e-mail não vale mais",
      lead: "Você já confirmou este e-mail com outro link: entre na sua conta.",
    },
    expired: {
      title: "Este link para confirmar seu e-mail expirou",
      lead: `Estes links valem por ${hours(limits.registrationLifeSeconds)}. Crie sua conta de novo para receber outro.`,
    },
    unknown: {
      title: "Este link para confirmar seu e-mail não é válido",
      lead: "Talvez ele tenha sido copiado pela metade. Abra de novo a partir do seu e-mail ou crie sua conta outra vez.",
    },
  },
  reset: {
    used: {
      title: "Este link para trocar a senha já foi usado",
      lead: "Por segurança, cada link funciona uma única vez. Peça outro, que chega em segundos.",
    },
    ended: {
      title: "Este link para trocar a senha não vale mais",
      lead: "Você já trocou sua senha com outro link. Peça um novo se precisar.",
    },
    expired: {
      title: "Este link para trocar a senha expirou",
      lead: `Estes links valem por ${minutes(limits.resetLifeSeconds)}. Peça outro, que chega em segundos.`,
    },
    unknown: {
      title: "Este link para trocar a senha não é válido",
      lead: INCOMPLETE,
    },
  },
  "email-change": {
    used: {
      title: "Este link para trocar o e-mail já foi usado",
      lead: "Por segurança, cada link funciona uma única vez. Se precisar, peça outra troca.",
    },
    ended: {
      title: "Este link para trocar o e-mail não vale mais",
      lead: "A troca foi solicitada de novo, ou terminou a sessão em que ela foi solicitada. Peça outra vez.",
    },
    expired: {
      title: "Este link para trocar o e-mail expirou",
      lead: `Estes links valem por ${minutes(limits.emailChangeLifeSeconds)}. Peça outro, que chega em segundos.`,
    },
    unknown: {
      title: "Este link para trocar o e-mail não é válido",
      lead: INCOMPLETE,
    },
  },
  "email-undo": {
    used: {
      title: "Esta troca de e-mail já foi desfeita",
      lead: "A conta voltou para este e-mail: entre com ele.",
    },
    ended: {
      title: "Esta troca de e-mail não pode mais ser desfeita",
      lead: "Ela já foi desfeita com outro link. Entre para conferir sua conta.",
    },
    expired: {
      title: "O prazo para desfazer esta troca acabou",
      lead: `Uma troca de e-mail pode ser desfeita em até ${days(limits.emailUndoSeconds)}.`,
    },
    unknown: {
      title: "Este link para desfazer a troca não é válido",
      lead: "Talvez ele tenha sido copiado pela metade. Abra de novo a partir do seu e-mail.",
    },
  },
  "lost-phone": {
    used: {
      title: "Esta recuperação já foi cancelada",
      lead: "A verificação em duas etapas continua ativa. Se você não pediu a recuperação, crie outra senha.",
    },
    ended: {
      title: "Não há mais uma recuperação para cancelar",
      lead: "A verificação em duas etapas mudou desde o pedido. Entre para conferir sua conta.",
    },
    expired: {
      title: "O prazo para cancelar esta recuperação acabou",
      lead: "Se desativamos as duas etapas e você não pediu, crie outra senha, entre e ative de novo.",
    },
    unknown: {
      title: "Este link para cancelar a recuperação não é válido",
      lead: "Talvez ele tenha sido copiado pela metade. Abra de novo a partir do seu e-mail.",
    },
  },
};
