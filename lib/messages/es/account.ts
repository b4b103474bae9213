import { limits } from "../../config/limits";
import { errors } from "./errors";
import {
  CHANGE,
  CONFIRMING,
  EMAIL,
  IS_IT_YOU,
  PASSWORD,
  SAVING,
  SEND_LINK,
  SENDING,
  VERIFIED,
} from "./shared";
import { days, minutes } from "./times";

const LINK = "Link mágico";
const REMOVE = "Eliminar mi cuenta";

/** The pages of a signed-in person. */
export const account = {
  title: "Tu cuenta",
  back: "Volver a tu cuenta",
  hello: "Hola",
  helloTo: "Hola, {name}",
  lead: "Revisa cómo ingresas y en qué dispositivos tienes sesiones abiertas.",
  signOut: "Cerrar sesión",
  closing: "Cerrando…",
  downloadData: "Descargar mis datos",
  remove: REMOVE,
  profile: {
    title: "Perfil",
    verified: VERIFIED,
    since: "Cuenta creada en {month}",
    rename: "Cambiar nombre",
    email: EMAIL,
    change: CHANGE,
    submit: "Guardar",
    busy: SAVING,
  },
  methods: {
    title: "Métodos de inicio de sesión",
    active: "Activo",
    password: PASSWORD,
    hasPassword: "La usas con tu correo",
    noPassword: "Todavía no tienes una",
    change: CHANGE,
    create: "Crear",
    google: "Google",
    noGoogle: "Todavía no está vinculado",
    link: "Vincular",
    unlink: "Desvincular",
    email: LINK,
    always: "Siempre disponible en tu correo",
  },
  sessions: {
    title: "Sesiones abiertas",
    closeAll: "Cerrar todas las sesiones",
    count: (n: number) => `Tienes ${n} sesiones abiertas.`,
    current: "Esta sesión",
    close: "Cerrar",
    methods: { password: PASSWORD, google: "Google", email: LINK },
    opened: "Abierta {opened} · {now}",
    now: "en uso ahora",
    openedAndUsed: "Abierta {opened} · último uso {used}",
  },
  activity: {
    title: "Actividad reciente",
    none: "Aún no hay actividad.",
    newest: "Ver lo más reciente",
    more: "Ver más",
  },
  /** an address of the network, where the place is not known */
  network: (subnet: string) => `Red ${subnet}`,
  confirm: {
    title: IS_IT_YOU,
    lead: errors.ProofRequired.text,
    byMail: "Te enviaremos un link mágico y un código a {address}.",
    sendLink: SEND_LINK,
    sending: SENDING,
    submit: "Continuar",
    busy: CONFIRMING,
  },
  ownPassword: {
    change: "Cambia tu contraseña",
    create: "Crea una contraseña",
  },
  email: {
    title: "Cambia tu correo",
    lead: "Ahora ingresas con {address}.",
    confirm: "Te enviaremos un link al correo nuevo para confirmar que es tuyo.",
    undo: `Tu correo actual recibirá un aviso y podrá deshacer el cambio durante ${days(limits.emailUndoSeconds)}.`,
    submit: "Cambiar correo",
    busy: SENDING,
  },
  emailSent: {
    title: "Confirma tu nuevo correo",
    lead: "Enviamos un link a {address}. Ábrelo y confirma el cambio.",
    lives: `Vence en ${minutes(limits.emailChangeLifeSeconds)} y se usa una sola vez.`,
    until: "Hasta entonces sigues ingresando con {address}. No cierres esta sesión.",
    full: `Ya enviamos ${limits.emailsPerWindow} correos como este en la última hora. Podrás pedir otro a las {hour}`,
    again: "Reenviar link",
  },
  removal: {
    title: "Elimina tu cuenta",
    lead: "Vas a eliminar la cuenta de {address}. No se puede deshacer.",
    leaves: "Cerraremos tus sesiones en todos los dispositivos.",
    gone: "Borraremos tu nombre, tu contraseña y el vínculo con Google.",
    kept: `Por seguridad, guardaremos la actividad de este correo hasta por ${days(limits.activityKeptSeconds)}.`,
    mail: "Te avisaremos por correo.",
    submit: REMOVE,
    busy: "Eliminando…",
  },
};
