import { AuthShell } from "@/components/auth/auth-shell";
import { LiveForm } from "@/components/client/live-form";
import { Button } from "@/components/ui/button";
import { FieldLine } from "@/components/ui/field-frame";
import { formClass } from "@/components/ui/form-class";
import { Address, BackLink, Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { Notices } from "@/components/ui/notices";
import { PasswordField } from "@/components/ui/password-field";
import { UsernameHint } from "@/components/ui/username-hint";
import { csrfToken, formState } from "@/lib/http/page";
import { words } from "@/lib/messages/words";
import { requireReauthenticatedUser } from "../guard";

const PAGE = "/cuenta/contrasena";

/** Another password for whoever is signed in, or their first. */
export default async function OwnPasswordPage() {
  const user = await requireReauthenticatedUser(PAGE);
  const title = user.hasPassword ? "Cambia tu contraseña" : "Crea una contraseña";
  return (
    <AuthShell title={title} answer={await formState(PAGE)}>
      <BackLink href="/cuenta">Volver a tu cuenta</BackLink>
      <Heading
        lead={
          <>
            <span>{"Para la cuenta de "}</span>
            <Address>{user.address}</Address>
          </>
        }
      >
        {title}
      </Heading>
      <Notices />
      <LiveForm action="/cuenta/contrasena/guardar" focusFirst className={formClass}>
        <Hidden values={{ csrfToken: await csrfToken() }} />
        <UsernameHint address={user.address} />
        <PasswordField fresh label="Nueva contraseña" missing={words.passwordEmpty} />
        <FieldLine kind="hint" icon="shield">
          Al guardarla cerraremos tus otras sesiones y te avisaremos por correo.
        </FieldLine>
        <Button busy="Guardando…">Guardar contraseña</Button>
      </LiveForm>
    </AuthShell>
  );
}
