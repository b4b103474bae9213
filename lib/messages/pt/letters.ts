import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import type { LetterWords } from "../letter-words";
import { CONFIRM_EMAIL, NOT_YOU, UNDO_BUTTON } from "./shared";
import { hours, minutes } from "./times";

const ASKED_FROM = "Solicitado a partir de";
const NOBODY_CAN_REGISTER =
  "Ignore e não encaminhe este e-mail: sem o link, ninguém consegue criar uma conta com seu endereço.";

/** How long a link lives, and that it works once: beside the subject, and in the help article's two notes. */
const lives = (time: string) => ({
  preheader: `Vale por ${time}. Só pode ser usado uma vez.`,
  notes: [`Vale por *${time}*.`, "Só pode ser usado *uma vez*."],
});

const because = (what: string) => (address: string) =>
  `Enviado para ${address} porque recebemos uma solicitação ${what} com este e-mail.`;

const code = {
  lead: "Ou digite este código onde você pediu o link:",
  note: `O código vale por ${minutes(limits.codeLifeSeconds)}. Não compartilhe com ninguém.`,
};
const forAccount = (address: string) =>
  `Enviado para ${address} porque recebemos uma solicitação para usar este e-mail em uma conta ${BRAND.name}.`;

const WAYS_IN = {
  button: { text: `Entrar na conta ${BRAND.name}`, purpose: "para entrar como preferir." },
  notes: [
    "Com a sua *senha*. Se esqueceu, dá para criar uma nova na mesma página.",
    "Com a sua conta do *Google*.",
    "Com um *link mágico* que chega neste e-mail.",
  ],
};
const linkButton = "Entrar com o link mágico";

/** The mails that a person asked for. */
export const letters = {
  magicLink: {
    subject: `Seu link mágico para entrar na conta ${BRAND.name}`,
    title: "Aqui está seu link mágico",
    button: {
      text: linkButton,
      purpose: `para entrar na sua conta ${BRAND.name}. Não precisa de senha.`,
    },
    ...lives(minutes(limits.magicLinkLifeSeconds)),
    code,
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignore e não encaminhe este e-mail: sem ele, ninguém consegue entrar. Se chegarem vários que você não pediu, troque a senha do seu e-mail.",
    },
    footer: because(`para entrar em uma conta ${BRAND.name}`),
  },
  magicLinkWithoutAccount: {
    subject: `Crie sua conta ${BRAND.name}`,
    title: `Crie sua conta ${BRAND.name}`,
    intro: "Você pediu para entrar, mas ainda não existe uma conta com este e-mail.",
    button: { text: linkButton, purpose: "para criar a sua. Não precisa de senha." },
    ...lives(minutes(limits.magicLinkLifeSeconds)),
    code,
    lead: ASKED_FROM,
    closing: { strong: NOT_YOU, text: NOBODY_CAN_REGISTER },
    footer: because(`para entrar em uma conta ${BRAND.name}`),
  },
  registration: {
    subject: `Confirme seu e-mail para criar sua conta ${BRAND.name}`,
    title: "Confirme seu e-mail",
    intro: `Falta só um passo para criar sua conta ${BRAND.name}.`,
    button: { text: CONFIRM_EMAIL, purpose: "para confirmar que este e-mail é seu." },
    ...lives(hours(limits.registrationLifeSeconds)),
    lead: ASKED_FROM,
    closing: { strong: NOT_YOU, text: NOBODY_CAN_REGISTER },
    footer: because(`para criar uma conta ${BRAND.name}`),
  },
  alreadyRegistered: {
    subject: `Você já tem uma conta ${BRAND.name}`,
    preheader: "Recebemos uma solicitação para criar outra com este e-mail. Não mudamos nada.",
    title: `Você já tem uma conta ${BRAND.name}`,
    intro:
      "Recebemos uma solicitação para criar uma conta com este e-mail, mas você já tem uma. Não mudamos nada.",
    ...WAYS_IN,
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignore este e-mail: sua conta continua igual e ninguém entrou nela.",
    },
    footer: because(`para criar uma conta ${BRAND.name}`),
  },
  reset: {
    subject: `Recupere sua conta ${BRAND.name}`,
    title: "Crie uma nova senha",
    button: {
      text: "Criar nova senha",
      purpose: "para escolher uma nova senha. A anterior deixa de valer quando você salvar a nova.",
    },
    ...lives(minutes(limits.resetLifeSeconds)),
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignore e não encaminhe este e-mail: sua senha continua a mesma. Se chegarem vários que você não pediu, troque a senha do seu e-mail.",
    },
    footer: because(`para trocar a senha de uma conta ${BRAND.name}`),
  },
  resetWithoutAccount: {
    subject: `Não existe uma conta ${BRAND.name} com este e-mail`,
    preheader:
      "Recebemos uma solicitação para recuperar uma conta com este e-mail, mas não existe nenhuma.",
    title: `Você ainda não tem uma conta ${BRAND.name}`,
    intro:
      "Recebemos uma solicitação para trocar a senha, mas não existe uma conta com este e-mail. Se você tem uma, ela foi criada com outro e-mail.",
    button: { text: "Criar conta", purpose: "para criar uma com este e-mail." },
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignore este e-mail: não mudamos nada nem criamos uma conta.",
    },
    footer: because(`para trocar a senha de uma conta ${BRAND.name}`),
  },
  emailChange: {
    subject: `Confirme o novo e-mail da sua conta ${BRAND.name}`,
    title: "Confirme seu novo e-mail",
    intro: `Falta só um passo para entrar na sua conta ${BRAND.name} com este e-mail.`,
    button: { text: CONFIRM_EMAIL, purpose: "para confirmar que este e-mail é seu." },
    ...lives(minutes(limits.emailChangeLifeSeconds)),
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignore e não encaminhe este e-mail: sem o link, ninguém consegue usar seu endereço em outra conta.",
    },
    footer: forAccount,
  },
  emailTaken: {
    subject: `Você já tem uma conta ${BRAND.name}`,
    preheader: "Recebemos uma solicitação para usar este e-mail em outra conta. Não mudamos nada.",
    title: `Você já tem uma conta ${BRAND.name}`,
    intro: `Recebemos uma solicitação para usar este e-mail em outra conta ${BRAND.name}, mas você já tem uma com ele. Não mudamos nada.`,
    ...WAYS_IN,
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignore este e-mail: sua conta continua igual e ninguém entrou nela.",
    },
    footer: forAccount,
  },
  /** to an address whose account has another one by now, whatever was asked for */
  moved: {
    subject: `Sua conta ${BRAND.name} tem outro e-mail`,
    preheader: "Se não foi você quem trocou, este e-mail diz como desfazer.",
    title: "Sua conta tem outro e-mail",
    intro: `O e-mail da sua conta ${BRAND.name} foi trocado recentemente. Se foi você, entre com o novo.`,
    button: UNDO_BUTTON,
    lead: "Este e-mail foi solicitado a partir de",
    closing: {
      strong: NOT_YOU,
      text: "Desfaça a troca e crie uma nova senha. Troque também a senha do seu e-mail.",
    },
    footer: because(`para entrar em uma conta ${BRAND.name}`),
  },
} satisfies Record<string, LetterWords>;

/** What stands around every letter's own words. */
export const mail = {
  click: (purpose: string) => `Clique no botão ${purpose}`,
  open: (purpose: string) => `Abra este link ${purpose}`,
  near: (device: string, place: string) => `${device}, perto de ${place}`,
};
