import { limits } from "@/lib/config/limits";
import type { Email } from "@/lib/email";
import { frame } from "../mail/frame";
import type { Asked, Written } from "../mail/letter";

const HOUR_SECONDS = 3600;
const LIFE = limits.registrationLifeSeconds / HOUR_SECONDS;

/** Proves an address before it becomes an account. */
export function registrationLetter({
  address,
  url,
  ...asked
}: Asked & { address: Email; url: string }): Written {
  return frame({
    subject: "Confirma tu correo para crear tu cuenta en Alegra",
    preheader: `Disponible durante ${LIFE} horas. Solo se puede utilizar una vez.`,
    title: "Confirma tu correo",
    intro: "Falta un paso para crear tu cuenta en Alegra.",
    button: { text: "Confirmar correo", url, purpose: "para confirmar que este correo es tuyo." },
    notes: [`Estará disponible durante *${LIFE} horas*.`, "Solo se puede utilizar *una vez*."],
    asked: { lead: "Lo pidieron desde", ...asked },
    closing: {
      strong: "¿No fuiste tú?",
      text: "Ignora este correo y no lo reenvíes: sin el link nadie puede crear una cuenta con tu correo.",
    },
    footer: `Enviado a ${address} porque alguien pidió crear una cuenta en Alegra con este correo.`,
  });
}

/** Somebody asked to register an address that has an account: says so, and how to come in. */
export function alreadyRegisteredLetter({
  address,
  loginUrl,
  ...asked
}: Asked & { address: Email; loginUrl: string }): Written {
  return frame({
    subject: "Ya tienes una cuenta en Alegra",
    preheader: "Alguien pidió crear otra con este correo. No cambiamos nada.",
    title: "Ya tienes una cuenta en Alegra",
    intro: "Alguien pidió crear una cuenta con este correo, pero ya tienes una. No cambiamos nada.",
    button: {
      text: "Ingresar a Alegra",
      url: loginUrl,
      purpose: "para ingresar como prefieras.",
    },
    notes: [
      "Con tu *contraseña*. Si la olvidaste, ahí mismo puedes crear una nueva.",
      "Con tu cuenta de *Google*.",
      "Con un *link mágico* que te llega a este correo.",
    ],
    asked: { lead: "Lo pidieron desde", ...asked },
    closing: {
      strong: "¿No fuiste tú?",
      text: "Ignora este correo: tu cuenta sigue igual y nadie entró en ella.",
    },
    footer: `Enviado a ${address} porque alguien pidió crear una cuenta en Alegra con este correo.`,
  });
}
