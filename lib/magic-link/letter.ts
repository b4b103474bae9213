import { limits } from "@/lib/config/limits";
import type { Email } from "@/lib/email";
import { frame } from "../mail/frame";
import type { Asked, Letter, Written } from "../mail/letter";

const MINUTE_SECONDS = 60;
const BUTTON = "Link mágico para Ingresar";
const LIFE = limits.magicLinkLifeSeconds / MINUTE_SECONDS;

/** The help article's two notes, to the letter. */
const NOTES = [`Estará disponible durante *${LIFE} minutos*.`, "Solo se puede utilizar *una vez*."];

/** For whom, the link, the code of the same request (left out when absent), and who asked. */
export type MagicLink = Asked & { address: Email; url: string; code?: string };

/** The magic link for an address that has an account. */
export function magicLinkLetter(link: MagicLink): Written {
  return frame({
    ...common(link),
    subject: "Tu link mágico para ingresar a Alegra",
    title: "Aquí está tu link mágico",
    button: {
      text: BUTTON,
      url: link.url,
      purpose: "para ingresar a tu cuenta de Alegra. No necesitas contraseña.",
    },
    closing: {
      strong: "¿No fuiste tú?",
      text: "Ignora este correo y no lo reenvíes: sin el link nadie puede entrar. Si te llegan varios que no pediste, cambia la contraseña de tu correo.",
    },
  });
}

/** The same for an address without an account: its link leads to `/registro`. */
export function magicLinkWithoutAccountLetter(link: MagicLink): Written {
  return frame({
    ...common(link),
    subject: "Crea tu cuenta en Alegra",
    title: "Crea tu cuenta en Alegra",
    intro: "Pediste ingresar, pero aún no hay una cuenta con este correo.",
    button: { text: BUTTON, url: link.url, purpose: "para crearla. No necesitas contraseña." },
    closing: {
      strong: "¿No fuiste tú?",
      text: "Ignora este correo y no lo reenvíes: sin el link nadie puede crear una cuenta con tu correo.",
    },
  });
}

function common({ address, code, device, place, at }: MagicLink) {
  return {
    preheader: `Disponible durante ${LIFE} minutos. Solo se puede utilizar una vez.`,
    notes: NOTES,
    code: code === undefined ? undefined : codeOf(code),
    asked: { lead: "Lo pidieron desde", device, place, at },
    footer: `Enviado a ${address} porque alguien pidió ingresar a Alegra con este correo.`,
  } satisfies Partial<Letter>;
}

const codeOf = (digits: string): Letter["code"] => ({
  lead: "O escribe este código donde lo pediste:",
  digits,
  note: `El código es válido por ${limits.codeLifeSeconds / MINUTE_SECONDS} minutos. No se lo digas a nadie.`,
});
