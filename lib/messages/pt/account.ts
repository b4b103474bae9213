import { limits } from "../../config/limits";
import { errors } from "./errors";
import {
  CHANGE,
  CONFIRMING,
  EMAIL,
  IS_IT_YOU,
  PASSWORD,
  SAVING,
  SEND_LINK,
  SENDING,
  VERIFIED,
} from "./shared";
import { days, minutes } from "./times";

const LINK = "Link mágico";
const REMOVE = "Excluir minha conta";

/** The pages of a signed-in person. */
export const account = {
  title: "Sua conta",
  back: "Voltar para sua conta",
  hello: "Olá",
  helloTo: "Olá, {name}",
  lead: "Veja como você entra e em quais dispositivos há sessões abertas.",
  signOut: "Sair",
  closing: "Saindo…",
  downloadData: "Baixar meus dados",
  remove: REMOVE,
  profile: {
    title: "Perfil",
    verified: VERIFIED,
    since: "Conta criada em {month}",
    rename: "Mudar nome",
    email: EMAIL,
    change: CHANGE,
    submit: "Salvar",
    busy: SAVING,
  },
  methods: {
    title: "Formas de entrar",
    active: "Em uso",
    password: PASSWORD,
    hasPassword: "Você entra com e-mail e senha",
    noPassword: "Você ainda não tem uma",
    change: CHANGE,
    create: "Criar",
    google: "Google",
    noGoogle: "Ainda não vinculado",
    link: "Vincular",
    unlink: "Desvincular",
    email: LINK,
    always: "Sempre disponível no seu e-mail",
  },
  sessions: {
    title: "Sessões abertas",
    closeAll: "Encerrar todas as sessões",
    count: (n: number) => `Você tem ${n} sessões abertas.`,
    current: "Esta sessão",
    close: "Encerrar",
    methods: { password: PASSWORD, google: "Google", email: LINK },
    opened: "Aberta {opened} · {now}",
    now: "em uso agora",
    openedAndUsed: "Aberta {opened} · último uso {used}",
  },
  activity: {
    title: "Atividade recente",
    none: "Ainda não há atividade.",
    newest: "Ver atividade mais recente",
    more: "Ver mais",
  },
  /** an address of the network, where the place is not known */
  network: (subnet: string) => `Rede ${subnet}`,
  confirm: {
    title: IS_IT_YOU,
    lead: errors.ProofRequired.text,
    byMail: "Vamos enviar um link mágico e um código para {address}.",
    sendLink: SEND_LINK,
    sending: SENDING,
    submit: "Continuar",
    busy: CONFIRMING,
  },
  ownPassword: {
    change: "Troque sua senha",
    create: "Crie uma senha",
  },
  email: {
    title: "Troque seu e-mail",
    lead: "Hoje você entra com {address}.",
    confirm: "Vamos enviar um link ao novo e-mail para confirmar que ele é seu.",
    undo: `Seu e-mail atual recebe um aviso, e por ele dá para desfazer a troca durante ${days(limits.emailUndoSeconds)}.`,
    submit: "Trocar e-mail",
    busy: SENDING,
  },
  emailSent: {
    title: "Confirme seu novo e-mail",
    lead: "Enviamos um link para {address}. Abra o link e confirme a troca.",
    lives: `Expira em ${minutes(limits.emailChangeLifeSeconds)} e só pode ser usado uma vez.`,
    until: "Até lá, você continua entrando com {address}. Não saia desta sessão.",
    full: `Já enviamos ${limits.emailsPerWindow} e-mails como este na última hora. Você poderá pedir outro às {hour}`,
    again: "Reenviar link",
  },
  removal: {
    title: "Excluir sua conta",
    lead: "Você vai excluir a conta de {address}. Não dá para desfazer.",
    leaves: "Vamos encerrar suas sessões em todos os dispositivos.",
    gone: "Vamos apagar seu nome, sua senha e o vínculo com o Google.",
    kept: `Por segurança, guardamos a atividade deste e-mail por até ${days(limits.activityKeptSeconds)}.`,
    mail: "Vamos avisar você por e-mail.",
    submit: REMOVE,
    busy: "Excluindo…",
  },
};
