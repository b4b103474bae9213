import type { DeadState } from "@/components/dead-link";

type Said = { title: string; lead: string };

const magicLink: Record<DeadState, Said> = {
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
    lead: "Los links mágicos están disponibles durante 30 minutos. Pide otro y te llegará en segundos.",
  },
  unknown: {
    title: "Este link no es válido",
    lead: "Puede que se haya copiado incompleto. Ábrelo de nuevo desde tu correo o pide otro.",
  },
};

const verification: Record<DeadState, Said> = {
  used: {
    title: "Este link de verificación ya se usó",
    lead: "Tu correo ya está confirmado: ingresa a tu cuenta. Si no es así, créala de nuevo.",
  },
  ended: {
    title: "Este link de verificación ya no sirve",
    lead: "Ya confirmaste este correo con otro link: ingresa a tu cuenta.",
  },
  expired: {
    title: "Este link de verificación ya venció",
    lead: "Los links de verificación están disponibles durante 24 horas. Crea tu cuenta de nuevo y te llegará otro.",
  },
  unknown: {
    title: "Este link de verificación no es válido",
    lead: "Puede que se haya copiado incompleto. Ábrelo de nuevo desde tu correo o crea tu cuenta otra vez.",
  },
};

const reset: Record<DeadState, Said> = {
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
    lead: "Estos links están disponibles durante 30 minutos. Pide otro y te llegará en segundos.",
  },
  unknown: {
    title: "Este link para cambiar la contraseña no es válido",
    lead: "Puede que se haya copiado incompleto. Ábrelo de nuevo desde tu correo o pide otro.",
  },
};

/** What a page says of a link that opens nothing any more, by what became of it. */
export const deadMagicLink = (state: DeadState) => magicLink[state];
export const deadVerification = (state: DeadState) => verification[state];
export const deadReset = (state: DeadState) => reset[state];
