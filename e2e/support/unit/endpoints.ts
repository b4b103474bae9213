import * as confirm from "@/app/cuenta/confirmar/contrasena/route";
import * as provePasskey from "@/app/cuenta/confirmar/llave/route";
import * as askToProve from "@/app/cuenta/confirmar/reto/route";
import * as savePassword from "@/app/cuenta/contrasena/guardar/route";
import * as confirmEmail from "@/app/cuenta/correo/confirmar/guardar/route";
import * as undoEmail from "@/app/cuenta/correo/deshacer/guardar/route";
import * as changeEmail from "@/app/cuenta/correo/enviar/route";
import * as download from "@/app/cuenta/datos/route";
import * as activate from "@/app/cuenta/dos-pasos/activar/route";
import * as callOffOwn from "@/app/cuenta/dos-pasos/cancelar-recuperacion/route";
import * as renew from "@/app/cuenta/dos-pasos/codigos/route";
import * as turnOff from "@/app/cuenta/dos-pasos/desactivar/route";
import * as begin from "@/app/cuenta/dos-pasos/empezar/route";
import * as untrust from "@/app/cuenta/dos-pasos/quitar/route";
import * as remove from "@/app/cuenta/eliminar/confirmar/route";
import * as addPasskey from "@/app/cuenta/llaves/agregar/route";
import * as removePasskey from "@/app/cuenta/llaves/eliminar/route";
import * as renamePasskey from "@/app/cuenta/llaves/nombrar/route";
import * as askToAdd from "@/app/cuenta/llaves/reto/route";
import * as unlink from "@/app/cuenta/metodos/google/desvincular/route";
import * as link from "@/app/cuenta/metodos/google/vincular/route";
import * as rename from "@/app/cuenta/perfil/guardar/route";
import * as close from "@/app/cuenta/sesiones/cerrar/route";
import * as closeOthers from "@/app/cuenta/sesiones/cerrar-demas/route";
import * as closeAll from "@/app/cuenta/sesiones/cerrar-todas/route";
import * as recover from "@/app/recuperar/enviar/route";
import * as reset from "@/app/recuperar/nueva/guardar/route";
import * as register from "@/app/registro/crear/route";
import * as verify from "@/app/registro/verificar/confirmar/route";
import type { FormPath } from "@/lib/routes";

/** The route handlers of a signed-in user's forms, by their addresses. */
export const OWN = {
  "/cuenta/confirmar/contrasena": confirm,
  "/cuenta/confirmar/llave": provePasskey,
  "/cuenta/confirmar/reto": askToProve,
  "/cuenta/contrasena/guardar": savePassword,
  "/cuenta/correo/enviar": changeEmail,
  "/cuenta/datos": download,
  "/cuenta/dos-pasos/activar": activate,
  "/cuenta/dos-pasos/codigos": renew,
  "/cuenta/dos-pasos/desactivar": turnOff,
  "/cuenta/dos-pasos/empezar": begin,
  "/cuenta/dos-pasos/quitar": untrust,
  "/cuenta/dos-pasos/cancelar-recuperacion": callOffOwn,
  "/cuenta/eliminar/confirmar": remove,
  "/cuenta/llaves/agregar": addPasskey,
  "/cuenta/llaves/eliminar": removePasskey,
  "/cuenta/llaves/nombrar": renamePasskey,
  "/cuenta/llaves/reto": askToAdd,
  "/cuenta/metodos/google/desvincular": unlink,
  "/cuenta/metodos/google/vincular": link,
  "/cuenta/perfil/guardar": rename,
  "/cuenta/sesiones/cerrar": close,
  "/cuenta/sesiones/cerrar-demas": closeOthers,
  "/cuenta/sesiones/cerrar-todas": closeAll,
} as const satisfies Partial<Record<FormPath, unknown>>;

/** Those of the forms that make an account or a new password. */
export const SIGNED_OUT = {
  "/recuperar/enviar": recover,
  "/recuperar/nueva/guardar": reset,
  "/registro/crear": register,
  "/registro/verificar/confirmar": verify,
} as const satisfies Partial<Record<FormPath, unknown>>;

/** Those of the forms at the end of a changed address's mails, for whoever is or is not signed in. */
export const BY_MAIL = {
  "/cuenta/correo/confirmar/guardar": confirmEmail,
  "/cuenta/correo/deshacer/guardar": undoEmail,
} as const satisfies Partial<Record<FormPath, unknown>>;
