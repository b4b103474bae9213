import type { Email } from "@/lib/email";
import { dayAndHour } from "@/lib/messages/format";
import { frame, whereOf } from "../mail/frame";
import type { Asked, Letter, Origin, Written } from "../mail/letter";

/** Whose account, and from where it was done: the last of so many `times` since then, from those `origins`. */
export type Notice = Asked & { address: Email; times: number; since: Date; origins: Origin[] };

const MOST_ORIGINS = 5;

// Notices carry no link: a mail that alarms and asks for a click is what a thief would send.
const RESCUE =
  "Entra a Alegra escribiendo la dirección en tu navegador, cierra todas las sesiones y crea una nueva contraseña. Cambia también la contraseña de tu correo.";

/** A sign-in from a device not seen before. */
export function newDeviceNotice(notice: Notice): Written {
  return write(notice, {
    subject: "Ingresaste a Alegra desde un dispositivo nuevo",
    title: "Ingresaste desde un dispositivo nuevo",
    intro: "Alguien ingresó a tu cuenta de Alegra desde un dispositivo que no conocíamos.",
    lead: "Ingresó desde",
  });
}

/** A password was chosen: the first one, or another. */
export function passwordChangedNotice(notice: Notice): Written {
  return write(notice, {
    subject: "Cambiaste tu contraseña de Alegra",
    title: "Cambiaste tu contraseña",
    intro: "Tu cuenta de Alegra tiene una contraseña nueva. Cerramos tus otras sesiones.",
    lead: "La cambiaron desde",
  });
}

/** A hundred wrong passwords in a row: the password is off until it is reset. */
export function passwordOffNotice(notice: Notice): Written {
  return write(notice, {
    subject: "Desactivamos tu contraseña de Alegra",
    title: "Desactivamos tu contraseña",
    intro:
      "Alguien escribió muchas veces una contraseña equivocada, así que ninguna sirve hasta que crees una nueva con “¿Olvidaste tu contraseña?”. Mientras tanto puedes ingresar desde tu correo o con Google.",
    lead: "El último intento fue desde",
    closing: {
      strong: "¿No fuiste tú?",
      text: "Nadie entró a tu cuenta. Cuando crees la nueva contraseña, elige una que no uses en otro sitio.",
    },
  });
}

/** Google became a way in. */
export function googleLinkedNotice(notice: Notice): Written {
  return write(notice, {
    subject: "Vinculaste Google a tu cuenta de Alegra",
    title: "Vinculaste Google a tu cuenta",
    intro: "Desde ahora también puedes ingresar a Alegra con tu cuenta de Google.",
    lead: "Lo hicieron desde",
    closing: {
      strong: "¿No fuiste tú?",
      text: "Entra a Alegra escribiendo la dirección en tu navegador, desvincula Google y cierra todas las sesiones. Cambia también la contraseña de tu correo.",
    },
  });
}

/** Google is a way in no more. */
export function googleUnlinkedNotice(notice: Notice): Written {
  return write(notice, {
    subject: "Desvinculaste Google de tu cuenta de Alegra",
    title: "Desvinculaste Google de tu cuenta",
    intro:
      "Ya no se puede ingresar a tu cuenta de Alegra con Google. Siempre puedes usar tu correo.",
    lead: "Lo hicieron desde",
  });
}

/** The account is gone. */
export function accountRemovedNotice(notice: Notice): Written {
  return write(notice, {
    subject: "Eliminamos tu cuenta de Alegra",
    title: "Eliminamos tu cuenta",
    intro:
      "Borramos tu cuenta de Alegra y cerramos todas sus sesiones, como lo pediste. Si quieres volver, puedes crear otra con este correo.",
    lead: "Lo pidieron desde",
    closing: {
      strong: "¿No fuiste tú?",
      text: "Alguien pudo entrar a tu cuenta: cambia la contraseña de tu correo y escríbele al equipo de soporte de Alegra.",
    },
    footer: (address) => `Enviado a ${address} porque era el correo de una cuenta de Alegra.`,
  });
}

type Words = {
  subject: string;
  title: string;
  intro: string;
  notes?: string[];
  lead: string;
  closing?: Letter["closing"];
  footer?: (address: Email) => string;
};

function write(notice: Notice, words: Words): Written {
  const { address, device, place, at } = notice;
  const { lead, closing, footer, ...rest } = notice.times > 1 ? folded(notice, words) : words;
  return frame({
    ...rest,
    preheader: "Si no fuiste tú, este correo dice qué hacer.",
    asked: { lead, device, place, at },
    closing: closing ?? { strong: "¿No fuiste tú?", text: RESCUE },
    footer:
      footer?.(address) ?? `Enviado a ${address} porque es el correo de una cuenta de Alegra.`,
  });
}

/** What happened many times is told once: how often since when, from where, and the last time. */
function folded({ times, since, origins }: Notice, words: Words): Words {
  const often = `${times} veces`;
  const intro = `${words.intro} Pasó ${often} desde el ${dayAndHour(since)}.`;
  const told = {
    ...words,
    subject: `${words.subject} (${often})`,
    intro,
    lead: "La última vez fue desde",
  };
  const places = [...new Set(origins.map(whereOf))];
  if (places.length < 2) return told;
  const more = places.length - MOST_ORIGINS;
  const notes = places.slice(0, MOST_ORIGINS);
  if (more > 0) notes.push(more === 1 ? "Y uno más" : `Y ${more} más`);
  return { ...told, intro: `${intro} Fue desde estos dispositivos:`, notes };
}
