import type { ActivityEntry } from "@/lib/activity/list";
import type { ActivityEvent } from "@/lib/activity/record";

const methods: Record<string, string> = {
  password: "contraseña",
  google: "Google",
  email: "link mágico",
};

const sentences: Record<Exclude<ActivityEvent, "signed-in">, string> = {
  "signed-out": "Cerraste sesión",
  "link-asked": "Pediste un link mágico",
  "password-refused": "Rechazamos una contraseña",
  "code-refused": "Rechazamos un código",
  "password-off": "Desactivamos tu contraseña por muchos intentos",
  registered: "Creaste tu cuenta",
  "password-changed": "Cambiaste tu contraseña",
  "google-linked": "Vinculaste Google",
  "google-unlinked": "Desvinculaste Google",
  "name-changed": "Cambiaste tu nombre",
  "session-ended": "Cerraste una sesión",
  "sessions-ended": "Cerraste todas las sesiones",
  "data-downloaded": "Descargaste tus datos",
  "slow-down-lifted": "Quitamos la espera de tu contraseña",
  "account-removed": "Eliminaste tu cuenta",
};

/** What support did on the person's behalf. */
const bySupport: Partial<Record<ActivityEvent, string>> = {
  "sessions-ended": "Soporte cerró todas tus sesiones",
  "data-downloaded": "Soporte descargó tus datos",
  "slow-down-lifted": "Soporte quitó la espera de tu contraseña",
};

/** What happened, in a sentence for the owner of the account. */
export function happened({ event, method }: Pick<ActivityEntry, "event" | "method">): string {
  const supported = method === "operator" && bySupport[event];
  if (supported) return supported;
  if (event !== "signed-in") return sentences[event];
  const way = method && methods[method];
  return way ? `Ingresaste con ${way}` : "Ingresaste";
}
