import { limits } from "@/lib/config/limits";
import type { Email } from "@/lib/email";
import { frame } from "../mail/frame";
import type { Asked, Written } from "../mail/letter";

const MINUTE_SECONDS = 60;
const LIFE = limits.resetLifeSeconds / MINUTE_SECONDS;

type Reset = Asked & { address: Email; url: string };

/** The link that leads to a new password. */
export function resetLetter({ address, url, ...asked }: Reset): Written {
  return frame({
    subject: "Recupera el acceso a tu cuenta de Alegra",
    preheader: `Disponible durante ${LIFE} minutos. Solo se puede utilizar una vez.`,
    title: "Crea una nueva contraseña",
    button: {
      text: "Crear nueva contraseña",
      url,
      purpose: "para elegir una nueva contraseña. La anterior deja de servir cuando la guardes.",
    },
    notes: [`Estará disponible durante *${LIFE} minutos*.`, "Solo se puede utilizar *una vez*."],
    asked: { lead: "Lo pidieron desde", ...asked },
    closing: {
      strong: "¿No fuiste tú?",
      text: "Ignora este correo y no lo reenvíes: tu contraseña sigue igual. Si te llegan varios que no pediste, cambia la contraseña de tu correo.",
    },
    footer: footer(address),
  });
}

/** The same for an address without an account; `url` is `/registro`. */
export function resetWithoutAccountLetter({ address, url, ...asked }: Reset): Written {
  return frame({
    subject: "No hay una cuenta de Alegra con este correo",
    preheader: "Alguien pidió recuperar el acceso, pero aquí no hay una cuenta.",
    title: "Aún no tienes cuenta en Alegra",
    intro:
      "Alguien pidió una nueva contraseña, pero no hay una cuenta con este correo. Si tienes una, está con otro correo.",
    button: { text: "Crear cuenta", url, purpose: "para crear una con este correo." },
    asked: { lead: "Lo pidieron desde", ...asked },
    closing: {
      strong: "¿No fuiste tú?",
      text: "Ignora este correo: no cambiamos nada ni guardamos una cuenta con él.",
    },
    footer: footer(address),
  });
}

const footer = (address: Email) =>
  `Enviado a ${address} porque alguien pidió una nueva contraseña de Alegra con este correo.`;
