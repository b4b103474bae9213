import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import {
  CONFIRM_EMAIL,
  CONFIRMING,
  IS_IT_YOU,
  SAVING,
  SEND_LINK,
  SENDING,
  SIGNING_IN,
  TO_HOME,
  UNDO,
  VERIFIED,
} from "./shared";
import { hours, minutes, wait } from "./times";

const INSTRUCTIONS = "Enviar instruções";
const SIGN_IN = "Entrar";
const CONFIRM_YOURS = "Confirme seu e-mail";
const REGISTER = "Criar conta";
const MAY_STAY_EMPTY = "Se deixar em branco, você entra com link mágico ou Google.";

export const ways = {
  google: "Entrar com o Google",
  mail: "Entrar pelo e-mail",
  lastUsed: "Usado da última vez",
  or: "ou",
  orWithoutPassword: "ou entre sem senha",
  backToLogin: "Voltar ao login",
};

export const pages = {
  login: {
    title: "Entre na sua conta",
    lead: "Continue ganhando tempo e tranquilidade",
    ended: "Sua sessão terminou. Entre de novo para continuar.",
    forgot: "Esqueceu sua senha?",
    submit: SIGN_IN,
    busy: SIGNING_IN,
    noAccount: `Ainda não tem uma conta ${BRAND.name}? {register}`,
    register: REGISTER,
  },
  askForLink: {
    title: "Entre pelo e-mail",
    lead: "Vamos enviar um link mágico para você entrar sem senha.",
    submit: SEND_LINK,
    busy: SENDING,
    lives: `O link vale por ${minutes(limits.magicLinkLifeSeconds)}.`,
    once: "Só pode ser usado uma vez.",
    private: "Só funciona para quem lê o seu e-mail.",
  },
  /** a mail is on its way */
  sent: {
    title: "Confira seu e-mail",
    inbox: { gmail: "Abrir o Gmail", outlook: "Abrir o Outlook", mail: "Abrir o e-mail" },
    notThere: "Não chegou? Procure no spam ou no lixo eletrônico.",
    notYours: "Não é o seu e-mail? {another}",
    another: "Usar outro",
  },
  linkSent: {
    lead: "Enviamos um link mágico para {address}. Abra neste navegador e entre na hora.",
    lives: `Expira em ${minutes(limits.magicLinkLifeSeconds)} e só pode ser usado uma vez.`,
    full: `Já enviamos ${limits.emailsPerWindow} links mágicos para este e-mail na última hora. Você poderá pedir outro {atHour}`,
  },
  registrationSent: {
    title: CONFIRM_YOURS,
    lead: "Enviamos um e-mail para {address}. Abra a mensagem para terminar de criar sua conta.",
    lives: `Expira em ${hours(limits.registrationLifeSeconds)} e só pode ser usado uma vez.`,
  },
  resetSent: {
    lead: "Enviamos as instruções para {address}.",
    lives: `O link expira em ${minutes(limits.resetLifeSeconds)} e só pode ser usado uma vez.`,
  },
  link: {
    title: IS_IT_YOU,
    lead: "Com este link mágico, você entra na conta de:",
    opening: SIGNING_IN,
    openingLead: "Esta é a sua conta:",
    submit: SIGN_IN,
    asked: (device: string, place: string | null) =>
      `Solicitado {when} a partir de ${device}${place ? `, perto de ${place}` : ""}. Perguntamos porque você abriu o link em outro navegador.`,
    notYours:
      "Não é a sua conta ou não foi você que pediu? Feche esta página e não compartilhe o link.",
  },
  /** the ways on from a link that is dead */
  deadLink: {
    busy: SENDING,
    sendLink: SEND_LINK,
    instructions: INSTRUCTIONS,
    register: REGISTER,
    signIn: SIGN_IN,
    otherWay: "Entrar de outra forma",
    forgot: "Esqueceu sua senha?",
    account: "Voltar para sua conta",
  },
  register: {
    title: "Crie sua conta",
    lead: "Vamos enviar uma mensagem para confirmar seu e-mail.",
    mayStayEmpty: MAY_STAY_EMPTY,
    verified: VERIFIED,
    submit: REGISTER,
    busy: "Criando…",
    terms: {
      one: "Ao criar sua conta, você aceita {one}.",
      both: "Ao criar sua conta, você aceita {one} e {other}.",
      terms: "os termos",
      privacy: "a política de privacidade",
    },
    hasAccount: "Já tem uma conta? {signIn}",
    signIn: SIGN_IN,
  },
  verify: {
    title: CONFIRM_YOURS,
    lead: "Assim você termina de criar a conta de {address}.",
    mayStayEmpty: MAY_STAY_EMPTY,
    submit: CONFIRM_EMAIL,
    busy: CONFIRMING,
  },
  confirmEmail: {
    title: "Confirme seu novo e-mail",
    lead: "Ao confirmar, esta conta passa a usar {address}:",
    asked: (device: string, place: string | null) =>
      `Troca solicitada {when} a partir de ${device}${place ? `, perto de ${place}` : ""}.`,
    notYours:
      "Não é a sua conta ou você não pediu a troca? Feche esta página e não compartilhe o link: quem usa essa conta continuaria entrando nela.",
    submit: CONFIRM_EMAIL,
    busy: CONFIRMING,
    again: "Trocar e-mail",
  },
  /** somebody has an account at the address that one would change to */
  emailTaken: {
    title: "Esse e-mail já tem uma conta",
    lead: "Não mudamos nada: cada conta tem um e-mail, e cada e-mail, uma conta.",
  },
  undoEmail: {
    title: "Desfazer a troca de e-mail",
    lead: "Esta conta volta a usar o e-mail anterior:",
    changed: "O e-mail foi trocado {when}",
    sessions: "Vamos encerrar todas as sessões dela.",
    ways: "Vamos remover a senha, a conta do Google, as chaves de acesso e as duas etapas que foram adicionadas depois ou nos sete dias anteriores.",
    submit: UNDO,
    busy: "Desfazendo…",
  },
  recover: {
    title: "Recupere sua senha",
    lead: "Digite seu e-mail e enviaremos as instruções para criar uma nova.",
    submit: INSTRUCTIONS,
    busy: SENDING,
  },
  newPassword: {
    title: "Crie uma nova senha",
    lead: "Para a conta de {address}",
    effect: "Ao salvar, vamos encerrar as outras sessões e avisar você por e-mail.",
    submit: "Salvar senha",
    busy: SAVING,
  },
  notFound: {
    title: "Não encontramos esta página",
    lead: "Confira o endereço ou volte para o início.",
    home: TO_HOME,
  },
  maintenance: {
    away: "Voltamos em instantes",
    retry: (seconds: number) => `Esta página recarrega sozinha a cada ${wait(seconds)}.`,
  },
};
