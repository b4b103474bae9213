import { AuthShell } from "@/components/auth-shell";
import { buttonClass } from "@/components/button-class";
import { SureForm } from "@/components/close-all";
import { Heading } from "@/components/heading";
import { csrfToken } from "@/lib/door/page";
import { requirePerson } from "@/lib/door/person";

/** Asks before every session ends, where no dialog can. */
export default async function CloseAllPage() {
  await requirePerson("/cuenta/sesiones");
  return (
    <AuthShell title="¿Cerrar todas las sesiones?">
      <Heading lead="Saldrás de Alegra en todos tus dispositivos, también en este.">
        ¿Cerrar todas las sesiones?
      </Heading>
      <div className="mt-6 grid gap-3">
        <SureForm csrfToken={await csrfToken()} />
        <a href="/cuenta" className={buttonClass("secondary")}>
          Cancelar
        </a>
      </div>
    </AuthShell>
  );
}
