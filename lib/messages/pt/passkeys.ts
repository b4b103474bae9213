import { limits } from "../../config/limits";
import { ok } from "../banner";
import type { es } from "../es";
import { DELETING } from "./shared";

const YOURS = "suas chaves de acesso";

/** Of passkeys, which Google calls *chaves de acesso* in Portuguese. */
export const passkeys: (typeof es)["passkeys"] = {
  title: "Chaves de acesso",
  lead: "Entre com a digital, o rosto ou o PIN do seu aparelho, sem digitar a senha.",
  signIn: "Entrar com chave de acesso",
  confirm: "Usar chave de acesso",
  add: "Adicionar chave de acesso",
  adding: "Adicionando…",
  many: (n: number) =>
    n === 1 ? "Você tem uma chave de acesso" : `Você tem ${n} chaves de acesso`,
  none: "Você ainda não tem nenhuma.",
  what: "É como a chave da sua loja: fica no seu celular, no seu computador ou no seu gerenciador de senhas, e só você usa.",
  private: "Sua digital e seu rosto não saem do seu aparelho. Aqui nunca os vemos.",
  phishing: "Não há nada para lembrar, e uma página falsa não consegue roubá-la.",
  lack: "Para adicionar uma chave de acesso é preciso um navegador atualizado, com JavaScript ativado. Todo o resto desta página funciona igual.",
  kept: {
    account: (of: string) => `Fica na sua conta ${of}`,
    manager: "Fica no seu gerenciador de senhas",
    device: "Fica só no aparelho em que foi criada",
  },
  addedAndUsed: "Adicionada {added} · último uso {used}",
  addedUnused: "Adicionada {added} · ainda não usada",
  rename: "Mudar nome",
  renameTitle: "Mude o nome da sua chave de acesso",
  renameLead: "Um que diga onde ela está, como “Celular da loja”.",
  nameRefused: {
    empty: "Digite um nome",
    long: `Use ${limits.nameLongest} caracteres ou menos.`,
    damaged: "Digite o nome com letras ou números.",
  },
  remove: "Excluir",
  removing: DELETING,
  offer: "Da próxima vez, sem senha?",
  offerLead:
    "Entre com a digital, o rosto ou o PIN do seu aparelho. Basta um toque para configurar.",
  later: "Agora não",
  made: {
    ...ok(
      `Criamos uma chave de acesso: da próxima vez você entra sem digitar a senha. Se não quiser, exclua em ${YOURS}.`,
    ),
    link: { href: "/cuenta/llaves", text: YOURS },
  },
  there: "Seu aparelho já tem uma chave de acesso desta conta.",
};
