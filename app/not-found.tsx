import { AuthShell } from "@/components/auth/auth-shell";
import { buttonClass } from "@/components/ui/button-class";
import { Heading } from "@/components/ui/heading";

export default function NotFound() {
  return (
    <AuthShell title="No encontramos esta página">
      <Heading glyph="search" lead="Revisa la dirección o vuelve al inicio.">
        No encontramos esta página
      </Heading>
      <a href="/" className={`mt-6 ${buttonClass("primary")}`}>
        Ir al inicio
      </a>
    </AuthShell>
  );
}
