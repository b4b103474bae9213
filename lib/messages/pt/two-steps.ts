import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import { info, ok } from "../banner";
import type { Messages } from "../catalogue";
import { hours } from "./times";

/** The page where the second step is turned on and off. */
export const twoSteps: Messages["twoSteps"] = {
  title: "Verificação em duas etapas",
  state: { on: "Ativada", off: "Desativada" },
  since: "Desde {day}",
  offLead: "Pede um código do seu telefone além da sua senha, do Google ou do link mágico.",
  setUp: "Configurar",
  manage: "Gerenciar",
  lead: "Depois da sua senha, do Google ou do link mágico, pediremos um código que só o seu telefone tem.",
  needs:
    "Você precisa de um app de autenticação no telefone: Google Authenticator, Microsoft Authenticator ou outro.",
  keepsOut: "Quem souber sua senha ou ler seu e-mail não conseguirá entrar.",
  gives: `Daremos a você ${limits.recoveryCodes} códigos de recuperação para o caso de perder o telefone.`,
  begin: "Ativar verificação em duas etapas",
  beginning: "Preparando…",
  scanTitle: "Conecte seu app",
  scan: "Escaneie este código QR com seu app de autenticação e digite o código de 6 dígitos que ele mostra.",
  qr: "Código QR para seu app de autenticação. A chave que ele contém está abaixo.",
  open: "Abrir no app deste telefone",
  typed: "Não consegue escanear? Digite esta chave no seu app:",
  confirm: "Ativar",
  confirming: "Ativando…",
  onLead: "Ao entrar, pedimos um código do seu app, exceto com uma chave de acesso.",
  codes: "Códigos de recuperação",
  codesLeft: (n) =>
    `${n === 1 ? "Resta 1 código" : `Restam ${n} códigos`} sem usar. Ao criar outros, os anteriores deixam de funcionar.`,
  codesFew: "Restam poucos códigos de recuperação. Crie outros antes que acabem.",
  codesBusy: "Criando…",
  codesLead:
    "Cada um serve uma única vez para entrar se você estiver sem o telefone. Guarde-os fora dele: impressos ou no seu gerenciador de senhas.",
  codesOnce: "Não vamos mostrá-los de novo.",
  codesOf: `Para entrar na sua conta ${BRAND.name} com {address}`,
  copy: "Copiar",
  copied: "Copiado",
  print: "Imprimir",
  download: "Baixar",
  fileName: "codigos-de-recuperacao.txt",
  done: "Já guardei",
  devices: "Dispositivos confiáveis",
  devicesLead: "Não pedimos o código neles.",
  noDevices: "Nenhum: pedimos o código em todos.",
  trusted: "Desde {since} · até {until}",
  remove: "Remover",
  turnOffTitle: "Parar de usar as duas etapas",
  turnOffLead: "Para entrar bastará sua senha, o Google ou um link mágico.",
  turnOff: "Desativar",
  turningOff: "Desativando…",
  wrong: "Esse código não está correto. Digite o que seu app mostra agora.",
  replies: {
    on: ok("Você ativou a verificação em duas etapas. Guarde estes códigos antes de continuar."),
    late: info(
      `A chave expira em ${hours(limits.enrolmentLifeSeconds)} e só funciona na sessão que a pediu. Comece de novo.`,
    ),
    alreadyOn: info(
      "A verificação em duas etapas já está ativada. Se você não guardou seus códigos de recuperação, crie outros.",
    ),
    alreadyOff: info("A verificação em duas etapas não está ativada."),
    off: ok("Você desativou a verificação em duas etapas."),
    renewed: ok("Criamos novos códigos. Os anteriores não funcionam mais."),
    untrusted: ok("Não confiamos mais nesse dispositivo."),
  },
};
