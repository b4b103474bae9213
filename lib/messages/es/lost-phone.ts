import { limits } from "../../config/limits";
import { hours } from "./times";

const CANCEL = "Cancelar recuperación";
const CANCELLING = "Cancelando…";
const ACTIVE = "Si la cancelas, los dos pasos siguen activos.";

/** The way back in for somebody who lost the phone, and the ways to call it off. */
export const lostPhone = {
  title: "¿Perdiste tu teléfono?",
  lead: "Si guardaste tus códigos de recuperación, usa uno: ingresas ahora mismo.",
  ask: "¿No tienes ninguno? Pide que desactivemos los dos pasos de {address}:",
  waits: `Lo haremos en ${hours(limits.lostPhoneWaitSeconds)}, para que nadie más pueda hacerlo sin que lo sepas.`,
  told: "Te avisaremos por correo ahora y a mitad de la espera. En cada correo se puede cancelar.",
  calledOff: "También se cancela si ingresas con tu app, un código o una llave de acceso.",
  after: "Al final cerraremos todas las sesiones.",
  submit: "Pedir recuperación",
  busy: "Pidiendo…",
  asked: {
    title: "Recuperación pedida",
    lead: "Desactivaremos los dos pasos de {address} {when}",
    next: "Desde entonces ingresas sin el código de tu app.",
    leave: "Volver al inicio de sesión",
  },
  cancel: {
    title: "Cancela la recuperación",
    lead: "Se pidió desactivar los dos pasos de esta cuenta por un teléfono perdido:",
    asked: (device: string, place: string | null) =>
      `Se pidió {when} desde ${device}${place ? `, cerca de ${place}` : ""}.`,
    due: "Los dos pasos se desactivan {when}",
    stays: ACTIVE,
    password: "Crea después otra contraseña: quien la pidió ya pasó el primer paso.",
    submit: CANCEL,
    busy: CANCELLING,
  },
  own: {
    says: "Se pidió desactivar tus dos pasos por un teléfono perdido. Lo haremos {when}",
    stays: ACTIVE,
    submit: CANCEL,
    busy: CANCELLING,
  },
};
