import { limits } from "../../config/limits";
import { hours } from "./times";

const CANCEL = "Cancelar recuperação";
const CANCELLING = "Cancelando…";
const ACTIVE = "Se você cancelar, as duas etapas continuam ativas.";

/** The way back in for somebody who lost the phone, and the ways to call it off. */
export const lostPhone = {
  title: "Perdeu seu telefone?",
  lead: "Se você guardou seus códigos de recuperação, use um: você entra agora mesmo.",
  ask: "Não tem nenhum? Peça para desativarmos as duas etapas de {address}:",
  waits: `Faremos isso em ${hours(limits.lostPhoneWaitSeconds)}, para que ninguém mais possa fazer sem você saber.`,
  told: "Vamos avisar por e-mail agora e na metade da espera. Em cada e-mail dá para cancelar.",
  calledOff: "Também é cancelado se você entrar com seu app, um código ou uma chave de acesso.",
  after: "No final, vamos encerrar todas as sessões.",
  submit: "Pedir recuperação",
  busy: "Pedindo…",
  asked: {
    title: "Recuperação pedida",
    lead: "Vamos desativar as duas etapas de {address} {when}",
    next: "A partir daí você entra sem o código do seu app.",
    leave: "Voltar ao início de sessão",
  },
  cancel: {
    title: "Cancele a recuperação",
    lead: "Foi pedido desativar as duas etapas desta conta por um telefone perdido:",
    asked: (device: string, place: string | null) =>
      `Foi pedido {when} de ${device}${place ? `, perto de ${place}` : ""}.`,
    due: "As duas etapas serão desativadas {when}",
    stays: ACTIVE,
    password: "Depois crie outra senha: quem pediu já passou pela primeira etapa.",
    submit: CANCEL,
    busy: CANCELLING,
  },
  own: {
    says: "Foi pedido desativar suas duas etapas por um telefone perdido. Faremos isso {when}",
    stays: ACTIVE,
    submit: CANCEL,
    busy: CANCELLING,
  },
};
