import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import type { LetterWords } from "../letter-words";
import { common } from "./notice-frame";
import { NOT_YOU } from "./shared";
import { hours } from "./times";

const CANCEL_BUTTON = {
  text: "Cancelar recuperação",
  purpose: "se não foi você: as duas etapas continuam ativas.",
};

/** The mails that tell an owner of a passkey or the second step. */
export const factorNotices = {
  "passkey-added": {
    ...common,
    subject: `Você adicionou uma chave de acesso à sua conta ${BRAND.name}`,
    title: `Você adicionou uma chave de acesso`,
    intro: `A partir de agora você também pode entrar na sua conta ${BRAND.name} com a digital, o rosto ou o PIN do aparelho que guarda a chave de acesso.`,
    lead: `Adicionada de`,
    closing: {
      strong: NOT_YOU,
      text: `Entre na sua conta ${BRAND.name} digitando o endereço no navegador, exclua a chave de acesso e encerre todas as sessões. Troque também a senha do seu e-mail.`,
    },
  },
  "passkey-removed": {
    ...common,
    subject: `Você excluiu uma chave de acesso da sua conta ${BRAND.name}`,
    title: `Você excluiu uma chave de acesso`,
    intro: `Não é mais possível entrar na sua conta ${BRAND.name} com essa chave de acesso. Você sempre pode usar seu e-mail.`,
    lead: `Excluída de`,
  },
  "second-step-on": {
    ...common,
    subject: `Você ativou a verificação em duas etapas da sua conta ${BRAND.name}`,
    title: `Você ativou a verificação em duas etapas`,
    intro: `A partir de agora vamos pedir um código do seu app quando você entrar na sua conta ${BRAND.name}. Guarde seus códigos de recuperação: eles servem se você perder o telefone.`,
    lead: `Ativada de`,
  },
  "second-step-off": {
    ...common,
    subject: `A verificação em duas etapas da sua conta ${BRAND.name} foi desativada`,
    title: `A verificação em duas etapas foi desativada`,
    intro: `Não pedimos mais um código do seu app para entrar na sua conta ${BRAND.name}.`,
    lead: `Desativada de`,
    closing: {
      strong: NOT_YOU,
      text: `Entre na sua conta ${BRAND.name} digitando o endereço no navegador, encerre todas as sessões, crie uma nova senha e ative as duas etapas outra vez. Troque também a senha do seu e-mail.`,
    },
  },
  "recovery-codes-made": {
    ...common,
    subject: `Você criou novos códigos de recuperação para as duas etapas da sua conta ${BRAND.name}`,
    title: `Você criou novos códigos de recuperação`,
    intro: `Os códigos de recuperação anteriores não servem mais.`,
    lead: `Criados de`,
  },
  "recovery-code-used": {
    ...common,
    subject: `Um código de recuperação das duas etapas da sua conta ${BRAND.name} foi usado`,
    title: `Um código de recuperação foi usado`,
    intro: `Alguém entrou na sua conta ${BRAND.name} com um código de recuperação em vez do seu app. Esse código não serve mais, e os dispositivos de confiança deixaram de ser.`,
    lead: `Usado de`,
  },
  "lost-phone-asked": {
    ...common,
    subject: `Foi pedido desativar as duas etapas da sua conta ${BRAND.name}`,
    title: `Foi pedido desativar as duas etapas`,
    intro: `Alguém disse que perdeu o telefone e pediu para desativar a verificação em duas etapas da sua conta ${BRAND.name}. Faremos isso em ${hours(limits.lostPhoneWaitSeconds)}, a menos que seja cancelado antes.`,
    button: CANCEL_BUTTON,
    lead: `Pedido de`,
    closing: {
      strong: NOT_YOU,
      text: `Cancele a recuperação com o botão deste e-mail e crie uma nova senha: quem pediu já passou pela primeira etapa. Troque também a senha do seu e-mail.`,
    },
  },
  "lost-phone-soon": {
    ...common,
    subject: `Em breve as duas etapas da sua conta ${BRAND.name} serão desativadas`,
    title: `Em breve as duas etapas serão desativadas`,
    intro: `Em ${hours(limits.lostPhoneWaitSeconds / 2)} vamos desativar a verificação em duas etapas da sua conta ${BRAND.name}, como foi pedido por um telefone perdido.`,
    button: CANCEL_BUTTON,
    lead: `Pedido de`,
    closing: {
      strong: NOT_YOU,
      text: `Cancele a recuperação com o botão deste e-mail e crie uma nova senha: quem pediu já passou pela primeira etapa. Troque também a senha do seu e-mail.`,
    },
  },
  "lost-phone-cancelled": {
    ...common,
    subject: `A recuperação das duas etapas da sua conta ${BRAND.name} foi cancelada`,
    title: `A recuperação foi cancelada`,
    intro: `A verificação em duas etapas da sua conta ${BRAND.name} continua ativa.`,
    lead: `Cancelada de`,
  },
} satisfies Record<string, LetterWords>;
