import { AuthShell } from "@/components/auth/auth-shell";
import { LiveForm } from "@/components/client/live-form";
import { Button } from "@/components/ui/button";
import { Fact, Facts } from "@/components/ui/facts";
import { Address, BackLink, Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { Notices } from "@/components/ui/notices";
import { csrfToken, formState } from "@/lib/http/page";
import { requireReauthenticatedUser } from "../guard";

const PAGE = "/cuenta/eliminar";

/** The end of an account: what goes, and that it does not come back. */
export default async function RemoveAccountPage() {
  const user = await requireReauthenticatedUser(PAGE);
  return (
    <AuthShell title="Elimina tu cuenta" answer={await formState(PAGE)}>
      <BackLink href="/cuenta">Volver a tu cuenta</BackLink>
      <Heading
        glyph="alert"
        tone="warn"
        lead={
          <>
            <span>{"Vas a eliminar la cuenta de "}</span>
            <Address>{user.address}</Address>
            <span>. No se puede deshacer.</span>
          </>
        }
      >
        Elimina tu cuenta
      </Heading>
      <Notices />
      <Facts>
        <Fact icon="leave">Saldrás de Alegra en todos tus dispositivos.</Fact>
        <Fact icon="key">Borramos tu nombre, tu contraseña y tu vínculo con Google.</Fact>
        <Fact icon="clock">
          Guardamos la actividad de este correo hasta 180 días, por seguridad.
        </Fact>
        <Fact icon="mail">Te enviaremos un correo que lo confirma.</Fact>
      </Facts>
      <LiveForm action="/cuenta/eliminar/confirmar" native className="mt-6">
        <Hidden values={{ csrfToken: await csrfToken() }} />
        <Button kind="danger" busy="Eliminando…">
          Eliminar mi cuenta
        </Button>
      </LiveForm>
    </AuthShell>
  );
}
