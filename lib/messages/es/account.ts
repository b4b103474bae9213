import { limits } from "../../config/limits";
import { errors } from "./errors";
import { days } from "./times";

const LINK = "Link mágico";
const PASSWORD = "Contraseña";
const VERIFIED = "Verificado";
const SAVING = "Guardando…";
const BACK = "Volver a tu cuenta";

/** The pages of a signed-in person. */
export const account = {
  title: "Tu cuenta",
  hello: "Hola",
  helloTo: "Hola, {name}",
  lead: "Revisa cómo ingresas y dónde tienes tu cuenta abierta.",
  signOut: "Cerrar sesión",
  closing: "Cerrando…",
  zoneNote: "Las horas son de Colombia.",
  downloadData: "Descargar mis datos",
  remove: "Eliminar mi cuenta",
  profile: {
    title: "Perfil",
    verified: VERIFIED,
    since: "Cuenta creada en {month}",
    rename: "Cambiar nombre",
    submit: "Guardar",
    busy: SAVING,
  },
  methods: {
    title: "Métodos de inicio de sesión",
    active: "Activo",
    password: PASSWORD,
    hasPassword: "La usas con tu correo",
    noPassword: "Todavía no tienes una",
    change: "Cambiar",
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
    back: BACK,
    title: "Confirma que eres tú",
    lead: errors.ProofRequired.text,
    byMail: "Te enviaremos un link y un código a {address}.",
    sendLink: "Enviar link mágico",
    sending: "Enviando…",
    submit: "Continuar",
    busy: "Confirmando…",
  },
  ownPassword: {
    back: BACK,
    change: "Cambia tu contraseña",
    create: "Crea una contraseña",
  },
  removal: {
    back: BACK,
    title: "Elimina tu cuenta",
    lead: "Vas a eliminar la cuenta de {address}. No se puede deshacer.",
    leaves: "Saldrás de Alegra en todos tus dispositivos.",
    gone: "Borramos tu nombre, tu contraseña y tu vínculo con Google.",
    kept: `Guardamos la actividad de este correo hasta ${days(limits.activityKeptSeconds)}, por seguridad.`,
    mail: "Te enviaremos un correo que lo confirma.",
    submit: "Eliminar mi cuenta",
    busy: "Eliminando…",
  },
};
