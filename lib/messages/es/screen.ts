import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import { danger } from "../banner";
import { solutionsIn } from "../solutions";
import { errors } from "./errors";
import { moments } from "./moments";
import { replies } from "./replies";
import { EMAIL, PASSWORD, SENDING, SIGNING_IN, TO_HOME } from "./shared";

/** Of the elements of pages, some of which the browser's script says: `{name}` instead of functions. */
export const screen = {
  failedTitle: "Error: {title}",
  fieldsWrong: "Revisa {n} campos",
  offline: danger("Parece que no tienes conexión. Lo que escribiste sigue aquí: intenta de nuevo."),
  unreadable: errors.Default,
  shell: {
    skip: "Saltar al contenido",
    language: "Idioma",
    home: `${BRAND.name}, inicio`,
    links: {
      support: "Soporte",
      status: "Estado del servicio",
      terms: "Términos",
      privacy: "Privacidad",
    },
    footer: `Ingresa con la misma cuenta a todas las soluciones de ${BRAND.name}.`,
  },
  stage: {
    label: `Soluciones de ${BRAND.name}`,
    title: "Factura, cobra y lleva tus cuentas en un solo lugar.",
    lead: "Todo lo que tu negocio necesita, con una misma cuenta.",
    solutions: solutionsIn("es"),
    invoice: "Factura 1048",
    paid: "Pagada",
    total: "Total",
    sales: "Ventas del mes",
    received: "Pago recibido",
    justNow: "Hace un momento",
  },
  fault: {
    title: "Algo no salió bien",
    lead: errors.Fault.text,
    again: "Intentar de nuevo",
    home: TO_HOME,
    id: "Si escribes a soporte, incluye este código: {id}",
  },
  email: {
    label: EMAIL,
    example: "nombre@empresa.com",
    missing: replies.address.empty,
    meant: "¿Quisiste decir {address}?",
  },
  name: { label: "Nombre", missing: replies.name.empty },
  password: {
    label: PASSWORD,
    newLabel: "Nueva contraseña",
    missing: replies.password.empty,
    show: "Mostrar contraseña",
    hide: "Ocultar contraseña",
    caps: "Bloq Mayús está activado",
    rule: `Entre ${limits.passwordShortest} y ${limits.passwordLongest} caracteres. Una frase que recuerdes funciona muy bien.`,
    ruleMet: `Tiene ${limits.passwordShortest} caracteres o más`,
  },
  code: {
    lead: "¿Lees tu correo en otro dispositivo?",
    label: `Código de ${limits.codeDigits} dígitos`,
    missing: replies.codeMalformed,
    submit: "Ingresar con el código",
    busy: SIGNING_IN,
  },
  resend: {
    submit: "Reenviar link mágico",
    busy: SENDING,
    done: replies.resent,
    left: "Podrás reenviarlo en {left}",
    /** for a screen reader */
    spoken: "Puedes reenviarlo en {left}.",
    ready: "Ya puedes reenviarlo",
  },
  moments,
};
