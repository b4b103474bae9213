import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import { danger } from "../banner";
import { solutionsIn } from "../solutions";
import { errors } from "./errors";
import { moments } from "./moments";
import { replies } from "./replies";
import { PASSWORD, SENDING, SIGNING_IN, TO_HOME } from "./shared";

/** Of the elements of pages, some of which the browser's script says: `{name}` instead of functions. */
export const screen = {
  failedTitle: "Erro: {title}",
  fieldsWrong: "Confira {n} campos",
  offline: danger(
    "Parece que você está sem conexão. O que você digitou continua aqui: tente de novo.",
  ),
  unreadable: errors.Default,
  shell: {
    skip: "Ir para o conteúdo",
    language: "Idioma",
    home: `${BRAND.name}, início`,
    links: {
      support: "Suporte",
      status: "Status do serviço",
      terms: "Termos",
      privacy: "Privacidade",
    },
    footer: `Use a mesma conta em todas as soluções ${BRAND.name}.`,
  },
  stage: {
    label: `Soluções ${BRAND.name}`,
    title: "Fature, receba e cuide das suas contas em um só lugar.",
    lead: "Tudo de que seu negócio precisa, com uma única conta.",
    solutions: solutionsIn("pt-BR"),
    invoice: "Fatura 1048",
    paid: "Paga",
    total: "Total",
    sales: "Vendas do mês",
    received: "Pagamento recebido",
    justNow: "Agora há pouco",
  },
  fault: {
    title: "Algo deu errado",
    lead: errors.Fault.text,
    again: "Tentar de novo",
    home: TO_HOME,
    id: "Se falar com o suporte, informe este código: {id}",
  },
  email: {
    label: "E-mail",
    example: "nome@empresa.com.br",
    missing: replies.address.empty,
    meant: "Você quis dizer {address}?",
  },
  name: { label: "Nome", missing: replies.name.empty },
  password: {
    label: PASSWORD,
    newLabel: "Nova senha",
    missing: replies.password.empty,
    show: "Mostrar senha",
    hide: "Ocultar senha",
    caps: "Caps Lock está ativado",
    rule: `De ${limits.passwordShortest} a ${limits.passwordLongest} caracteres. Uma frase fácil de lembrar funciona muito bem.`,
    ruleMet: `Tem ${limits.passwordShortest} caracteres ou mais`,
  },
  code: {
    lead: "Está lendo o e-mail em outro dispositivo?",
    label: `Código de ${limits.codeDigits} dígitos`,
    missing: replies.codeMalformed,
    submit: "Entrar com o código",
    busy: SIGNING_IN,
  },
  resend: {
    submit: "Reenviar link mágico",
    busy: SENDING,
    done: replies.resent,
    left: "Você poderá reenviar em {left}",
    /** for a screen reader */
    spoken: "Você poderá reenviar em {left}.",
    ready: "Você já pode reenviar",
  },
  moments,
};
