import { limits } from "../../config/limits";
import { days } from "./times";

/** The second step of a sign-in. */
export const secondStep = {
  title: "Confirme que é você",
  lead: "Digite o código que seu app de autenticação mostra para {address}.",
  label: "Código do seu app",
  submit: "Verificar",
  busy: "Verificando…",
  trust: `Confiar neste dispositivo por ${days(limits.trustedDeviceSeconds)}`,
  byCode: "Usar um código de recuperação",
  lost: "Perdeu seu telefone?",
  another: "Entrar de outra forma",
  codeTitle: "Use um código de recuperação",
  codeLead:
    "Digite um dos códigos que você guardou ao ativar a verificação em duas etapas. Cada um serve uma única vez.",
  codeLabel: "Código de recuperação",
  byApp: "Usar o código do seu app",
};
