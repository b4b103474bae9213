import { AuthShell } from "@/components/auth-shell";
import { Button } from "@/components/button";
import { FieldLine } from "@/components/field-frame";
import { formClass } from "@/components/form-class";
import { Address, BackLink, Heading } from "@/components/heading";
import { Hidden } from "@/components/hidden";
import { LiveForm } from "@/components/live/live-form";
import { Notices } from "@/components/notices";
import { PasswordField } from "@/components/password-field";
import { UsernameHint } from "@/components/username-hint";
import { csrfToken, formState } from "@/lib/door/page";
import { words } from "@/lib/words";
import { requireProvedPerson } from "../guard";

const PAGE = "/cuenta/contrasena";

/** Another password for whoever is signed in, or their first. */
export default async function OwnPasswordPage() {
  const person = await requireProvedPerson(PAGE);
  const title = person.hasPassword ? "Cambia tu contraseña" : "Crea una contraseña";
  return (
    <AuthShell title={title} answer={await formState(PAGE)}>
      <BackLink href="/cuenta">Volver a tu cuenta</BackLink>
      <Heading
        lead={
          <>
            <span>{"Para la cuenta de "}</span>
            <Address>{person.address}</Address>
          </>
        }
      >
        {title}
      </Heading>
      <Notices />
      <LiveForm action="/cuenta/contrasena/guardar" focusFirst className={formClass}>
        <Hidden values={{ csrfToken: await csrfToken() }} />
        <UsernameHint address={person.address} />
        <PasswordField fresh label="Nueva contraseña" missing={words.passwordEmpty} />
        <FieldLine kind="hint" icon="shield">
          Al guardarla cerraremos tus otras sesiones y te avisaremos por correo.
        </FieldLine>
        <Button busy="Guardando…">Guardar contraseña</Button>
      </LiveForm>
    </AuthShell>
  );
}
