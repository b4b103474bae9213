import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import type { EmailRefusal } from "../../email";
import type { NameRefusal } from "../../name";
import { type Banner, danger, info, ok, toMail, warn } from "../banner";
import { BY_MAIL } from "./shared";
import { plural, wait } from "./times";

/** What a form is answered with. */
export const replies = {
  address: {
    empty: "Digite seu e-mail",
    several: "Digite apenas um e-mail.",
    malformed: "Digite um e-mail completo, como nome@empresa.com.br",
    surrounded: "Digite só o e-mail, sem nome nem outros símbolos.",
    invisible: "Digite o e-mail de novo: há caracteres que não aparecem.",
  } satisfies Record<EmailRefusal, string>,
  emailSame: "Esse já é o e-mail da sua conta. Digite outro.",
  password: {
    empty: "Digite sua senha",
    short: `Use ${limits.passwordShortest} caracteres ou mais.`,
    long: `Use ${limits.passwordLongest} caracteres ou menos.`,
    damaged: "A senha tem caracteres que não conseguimos ler. Digite de novo.",
    common: "É uma senha muito comum e fácil de adivinhar. Escolha outra.",
    guessable: "É fácil de adivinhar. Escolha outra, como quatro palavras ao acaso.",
    "has-address": "Contém seu e-mail e é fácil de adivinhar. Escolha outra.",
    "has-name": "Contém seu nome e é fácil de adivinhar. Escolha outra.",
    "has-product": "Contém o nome do produto e é fácil de adivinhar. Escolha outra.",
    wrong: "Essa não é a sua senha.",
  },
  name: {
    empty: "Digite seu nome",
    long: `Use ${limits.nameLongest} caracteres ou menos.`,
    damaged: "Digite seu nome com letras.",
  } satisfies Record<NameRefusal, string>,
  languageUnknown: "Não temos esse idioma.",
  codeMalformed: `Digite os ${limits.codeDigits} dígitos do código.`,
  codeWrong: (left: number): Banner =>
    danger(
      `Esse código não confere. ${plural(left, `Resta ${left} tentativa.`, `Restam ${left} tentativas.`)}`,
    ),
  codeEnded: danger("Esse código não vale mais. Peça outro link mágico."),
  secondStepWrong: (left: number) =>
    `Esse código não está certo ou já foi usado. ${left === 1 ? "Resta 1 tentativa." : `Restam ${left} tentativas.`}`,
  secondStepEnded: danger("Demorou demais ou houve tentativas demais. Entre de novo."),
  recoveryCodeMissing: "Digite seu código de recuperação.",
  recoveryAsked: (when: string) =>
    `Recuperação pedida. Se não for cancelada antes, vamos desativar as duas etapas em ${when}.`,
  recoveryOften: (seconds: number): Banner =>
    warn(
      `A recuperação foi pedida e cancelada muitas vezes. Você poderá pedir de novo em ${wait(seconds)}.`,
    ),
  recoveryCancelled: {
    ...ok(
      "Cancelamos a recuperação: as duas etapas continuam ativas. Se você não a pediu, crie outra senha.",
    ),
    link: { href: "/recuperar", text: "crie outra senha" },
  },
  recoveryOver: info("Não há mais uma recuperação para cancelar."),
  resent: ok("Enviamos outro link. O anterior também vale até você usar um dos dois."),
  /** what the page says where a mail was asked for too soon */
  sendSoon: (seconds: number) => `Você poderá reenviar em ${wait(seconds)}.`,
  sendFull: (atHour: string) =>
    `Já enviamos ${limits.emailsPerWindow} e-mails como este na última hora. Você poderá pedir outro ${atHour}.`,
  subnetFull: (seconds: number): Banner =>
    warn(
      `Muitos e-mails foram solicitados a partir da sua rede. Tente de novo em ${wait(seconds)}.`,
    ),
  slowed: (seconds: number): Banner =>
    toMail(
      warn(
        `Houve muitas tentativas seguidas. Espere ${wait(seconds)}${seconds > limits.longWaitSeconds ? ", crie outra senha" : ""} ou ${BY_MAIL}.`,
      ),
      BY_MAIL,
    ),
  busy: (seconds: number): Banner =>
    warn(`Há muita gente entrando agora. Tente de novo em ${wait(seconds)}.`),
  cookiesLost: warn("Os cookies desta página não estavam mais no seu navegador. Tente de novo."),
  signedOut: ok("Você saiu da sua conta."),
  otherPerson: info(
    "Aquela página era de outra conta e não mudamos nada. Agora você está nesta conta.",
  ),
  passwordSaved: ok("Senha salva. Encerramos as outras sessões."),
  nameSaved: ok("Nome salvo."),
  sessionClosed: ok("Sessão encerrada."),
  otherSessionsClosed: ok("Encerramos as outras sessões."),
  noOtherSessions: ok("Você não tem outras sessões abertas."),
  allSessionsClosed: ok("Encerramos todas as suas sessões."),
  googleLinked: ok("Você vinculou o Google à sua conta."),
  googleUnlinked: ok("Você desvinculou o Google."),
  googleTaken: danger(
    `Essa conta do Google já está vinculada a outra conta ${BRAND.name}. Escolha outra.`,
  ),
  googleSecond: danger(
    "Você já tem outra conta do Google vinculada. Desvincule essa antes de vincular outra.",
  ),
  googleLate: info(
    "Passou tempo demais e não vinculamos o Google. Confirme que é você e vincule de novo.",
  ),
  googleCancelled: info("Você cancelou no Google e não vinculamos nada."),
  googleOtherPerson: warn(
    "Você começou a vincular o Google em outra conta e não vinculamos nada. Para vincular a esta, comece de novo.",
  ),
  googleAway: danger("Não conseguimos falar com o Google. Tente de novo em instantes."),
  emailChanged: (address: string): Banner => ({
    ...ok(`Trocamos o e-mail: agora a conta usa ${address}. Confira as sessões abertas.`),
    link: { href: "/cuenta#sesiones", text: "Confira as sessões abertas" },
  }),
  emailUndone: {
    ...ok(
      "Desfizemos a troca e encerramos todas as sessões. Se mais alguém sabe sua senha, crie outra.",
    ),
    link: { href: "/recuperar", text: "crie outra" },
  },
  passkeyName: "Chave de acesso",
  passkeyAdded: ok("Chave de acesso adicionada. Você já pode entrar com ela."),
  passkeyNotAdded: danger("Não conseguimos adicionar a chave de acesso. Tente de novo."),
  passkeyRenamed: ok("Nome salvo."),
  passkeyRemoved: ok("Chave de acesso excluída."),
  passkeyGone: "Essa chave de acesso não está mais na sua conta.",
  passkeysFull: `Você já tem ${limits.passkeysPerUser} chaves de acesso. Exclua uma para adicionar outra.`,
  accountRemoved: ok("Excluímos sua conta."),
  accountReady: ok("Sua conta está pronta."),
};
