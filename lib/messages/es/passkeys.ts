import { limits } from "../../config/limits";
import type { NameRefusal } from "../../name";
import { type Banner, ok } from "../banner";
import { DELETING } from "./shared";

const ADD = "Agregar llave de acceso";
const YOURS = "tus llaves de acceso";

/** Of passkeys, which Google calls *llaves de acceso* in Spanish. */
export const passkeys = {
  title: "Llaves de acceso",
  lead: "Ingresa con tu huella, tu cara o el PIN de tu equipo, sin escribir la contraseña.",
  signIn: "Ingresar con llave de acceso",
  confirm: "Usar llave de acceso",
  add: ADD,
  adding: "Agregando…",
  many: (n: number) => (n === 1 ? "Tienes una llave de acceso" : `Tienes ${n} llaves de acceso`),
  none: "Todavía no tienes ninguna.",
  what: "Es como la llave de tu negocio: la guarda tu teléfono, tu equipo o tu administrador de contraseñas, y solo tú la usas.",
  private: "Tu huella y tu cara no salen de tu equipo. Aquí nunca las vemos.",
  phishing: "No hay nada que recordar, y una página falsa no puede robarla.",
  lack: "Para agregar una llave de acceso hace falta un navegador actualizado, con JavaScript activado. Todo lo demás de esta página funciona igual.",
  /** where it is kept */
  kept: {
    account: (of: string) => `Se guarda en tu cuenta de ${of}`,
    manager: "Se guarda en tu administrador de contraseñas",
    device: "Solo está en el dispositivo donde se creó",
  },
  addedAndUsed: "Agregada {added} · último uso {used}",
  addedUnused: "Agregada {added} · sin usar todavía",
  rename: "Cambiar nombre",
  renameTitle: "Cambia el nombre de tu llave de acceso",
  renameLead: "Uno que te diga dónde está, como «Teléfono de la tienda».",
  nameRefused: {
    empty: "Escribe un nombre",
    long: `Usa ${limits.nameLongest} caracteres o menos.`,
    damaged: "Escribe el nombre con letras o números.",
  } satisfies Record<NameRefusal, string>,
  remove: "Eliminar",
  removing: DELETING,
  offer: "¿La próxima vez sin contraseña?",
  offerLead: "Ingresa con tu huella, tu cara o el PIN de tu equipo. Lo configuras con un toque.",
  later: "Ahora no",
  made: {
    ...ok(
      `Creamos una llave de acceso: la próxima vez ingresas sin escribir la contraseña. Si no la quieres, elimínala en ${YOURS}.`,
    ),
    link: { href: "/cuenta/llaves", text: YOURS },
  } satisfies Banner,
  there: "Tu equipo ya tiene una llave de acceso de esta cuenta.",
};
