import { limits } from "../../config/limits";
import type { DeadLinks } from "../dead-links";
import { days, hours, minutes } from "./times";

const INCOMPLETE =
  "Puede que se haya copiado incompleto. Ábrelo de nuevo desde tu correo o pide otro.";

/** What is said of a link that opens nothing any more: its page's title, which is also the reply's sentence, and what to do. */
export const deadLinks: DeadLinks = {
  "magic-link": {
    used: {
      title: "Este link ya se usó",
      lead: "Por seguridad, cada link mágico funciona una sola vez. Pide otro y te llegará en segundos.",
    },
    ended: {
      title: "Este link ya no sirve",
      lead: "Ya ingresaste con otro link. Pide uno nuevo si lo necesitas.",
    },
    expired: {
      title: "Este link ya venció",
      lead: `Los links mágicos están disponibles durante ${minutes(limits.magicLinkLifeSeconds)}. Pide otro y te llegará en segundos.`,
    },
    unknown: {
      title: "Este link no es válido",
      lead: INCOMPLETE,
    },
  },
  registration: {
    used: {
      title: "Este link para confirmar tu correo ya se usó",
      lead: "Tu correo ya está confirmado: ingresa a tu cuenta. Si no puedes, créala de nuevo.",
    },
    ended: {
      title: "Este link para confirmar tu correo ya no sirve",
      lead: "Ya confirmaste este correo con otro link: ingresa a tu cuenta.",
    },
    expired: {
      title: "Este link para confirmar tu correo ya venció",
      lead: `Estos links están disponibles durante ${hours(limits.registrationLifeSeconds)}. Crea tu cuenta de nuevo y te llegará otro.`,
    },
    unknown: {
      title: "Este link para confirmar tu correo no es válido",
      lead: "Puede que se haya copiado incompleto. Ábrelo de nuevo desde tu correo o crea tu cuenta otra vez.",
    },
  },
  reset: {
    used: {
      title: "Este link para cambiar la contraseña ya se usó",
      lead: "Por seguridad, cada link funciona una sola vez. Pide otro y te llegará en segundos.",
    },
    ended: {
      title: "Este link para cambiar la contraseña ya no sirve",
      lead: "Ya cambiaste tu contraseña con otro link. Pide uno nuevo si lo necesitas.",
    },
    expired: {
      title: "Este link para cambiar la contraseña ya venció",
      lead: `Estos links están disponibles durante ${minutes(limits.resetLifeSeconds)}. Pide otro y te llegará en segundos.`,
    },
    unknown: {
      title: "Este link para cambiar la contraseña no es válido",
      lead: INCOMPLETE,
    },
  },
  "email-change": {
    used: {
      title: "Este link para cambiar el correo ya se usó",
      lead: "Por seguridad, cada link funciona una sola vez. Si lo necesitas, pide otro cambio.",
    },
    ended: {
      title: "Este link para cambiar el correo ya no sirve",
      lead: "El cambio se pidió de nuevo, o terminó la sesión desde la que se pidió. Pídelo de nuevo.",
    },
    expired: {
      title: "Este link para cambiar el correo ya venció",
      lead: `Estos links están disponibles durante ${minutes(limits.emailChangeLifeSeconds)}. Pide otro y te llegará en segundos.`,
    },
    unknown: {
      title: "Este link para cambiar el correo no es válido",
      lead: INCOMPLETE,
    },
  },
  "email-undo": {
    used: {
      title: "Este cambio de correo ya se deshizo",
      lead: "La cuenta volvió a este correo: ingresa con él.",
    },
    ended: {
      title: "Este cambio de correo ya no se puede deshacer",
      lead: "Ya se deshizo con otro link. Ingresa para revisar tu cuenta.",
    },
    expired: {
      title: "El plazo para deshacer este cambio ya venció",
      lead: `Un cambio de correo se puede deshacer durante ${days(limits.emailUndoSeconds)}.`,
    },
    unknown: {
      title: "Este link para deshacer el cambio no es válido",
      lead: "Puede que se haya copiado incompleto. Ábrelo de nuevo desde tu correo.",
    },
  },
  "lost-phone": {
    used: {
      title: "Esta recuperación ya se canceló",
      lead: "La autenticación en dos pasos sigue activa. Si no la pediste, crea otra contraseña.",
    },
    ended: {
      title: "Ya no hay una recuperación que cancelar",
      lead: "La autenticación en dos pasos cambió desde que se pidió. Ingresa para revisar tu cuenta.",
    },
    expired: {
      title: "El plazo para cancelar esta recuperación ya venció",
      lead: "Si desactivamos los dos pasos y no lo pediste, crea otra contraseña, ingresa y actívalos otra vez.",
    },
    unknown: {
      title: "Este link para cancelar la recuperación no es válido",
      lead: "Puede que se haya copiado incompleto. Ábrelo de nuevo desde tu correo.",
    },
  },
};
