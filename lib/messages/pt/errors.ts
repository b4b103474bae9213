import { type Banner, danger, info, toMail } from "../banner";
import { BY_MAIL } from "./shared";

const GOOGLE_FAILED = danger(
  "Não conseguimos concluir o login com o Google. Tente de novo ou entre pelo e-mail.",
);
const UNREADABLE = danger("Não conseguimos ler o que você enviou.");

/** By code, next-auth's and ours, for `?error=` and for replies. */
export const errors = {
  CredentialsSignin: toMail(
    danger(`O e-mail ou a senha não conferem. Revise os dois ou ${BY_MAIL}.`),
    BY_MAIL,
  ),
  OAuthAccountNotLinked: danger(
    "Ainda não dá para entrar com o Google usando esse e-mail. Entre de outra forma e depois vincule o Google na sua conta.",
  ),
  Verification: danger("Esse link já foi usado ou expirou. Peça outro, que chega em segundos."),
  EmailSignin: danger(
    "Não conseguimos enviar o e-mail. Esta tentativa não conta: tente de novo agora.",
  ),
  /** one's own choice at Google, and so no error */
  AccessDenied: info(
    "Você cancelou o login com o Google. Pode tentar de novo ou entrar de outra forma.",
  ),
  Configuration: danger(
    "Estamos com um problema de configuração e já estamos cuidando disso. Tente mais tarde.",
  ),
  OAuthSignin: GOOGLE_FAILED,
  OAuthCallback: danger(
    "Esse login com o Google não foi concluído ou já terminou. Tente de novo ou entre pelo e-mail.",
  ),
  OAuthCreateAccount: GOOGLE_FAILED,
  EmailCreateAccount: GOOGLE_FAILED,
  Signin: GOOGLE_FAILED,
  Callback: GOOGLE_FAILED,
  CookiesRefused: danger(
    "Seu navegador não guarda cookies, e sem eles não dá para entrar. Ative os cookies para este site e tente de novo.",
  ),
  PasskeyUnknown: danger("Essa chave de acesso não serve mais aqui. Entre de outra forma."),
  PasskeyRefused: danger(
    "Não conseguimos verificar sua chave de acesso. Tente de novo ou entre de outra forma.",
  ),
  SessionRequired: info("Entre para continuar."),
  WrongOrigin: danger(
    "Não conseguimos comprovar que isto foi enviado da nossa página. Veja se o seu navegador guarda cookies, recarregue a página e tente de novo.",
  ),
  ProofRequired: info("Por segurança, confirme que é você antes de continuar."),
  Malformed: UNREADABLE,
  WrongType: UNREADABLE,
  TooSlow: danger("O que você enviou demorou demais para chegar. Tente de novo."),
  TooBig: danger("O que você enviou é grande demais."),
  NotFound: danger("Não encontramos esse endereço."),
  WrongMethod: danger("Este endereço não abre desse jeito."),
  Away: danger(
    "Tivemos um problema do nosso lado. Seus dados estão seguros: tente de novo em instantes.",
  ),
  Fault: danger("Tivemos um problema do nosso lado. Seus dados estão seguros."),
  Default: danger("Algo deu errado do nosso lado. Tente de novo em instantes."),
} satisfies Record<string, Banner>;

/** More precise than the sentence of their code. */
export const refusals = {
  address: "Não conseguimos ler esse endereço.",
  secret: "O segredo está faltando ou não é o correto.",
  expectation: "Não conseguimos atender ao que seu navegador espera de nós.",
  head: "Seu navegador enviou dados demais. Apague os cookies deste site e tente de novo.",
};
