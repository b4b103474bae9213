import { AuthShell } from "@/components/auth/auth-shell";
import { DeadLink } from "@/components/auth/dead-link";
import { LiveForm } from "@/components/client/live-form";
import { TokenStripper } from "@/components/client/token-stripper";
import { Button } from "@/components/ui/button";
import { FieldLine } from "@/components/ui/field-frame";
import { formClass } from "@/components/ui/form-class";
import { Address, Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { Notices } from "@/components/ui/notices";
import { PasswordField } from "@/components/ui/password-field";
import { UsernameHint } from "@/components/ui/username-hint";
import { csrfToken, formState } from "@/lib/http/page";
import { peekLink } from "@/lib/http/peek-link";
import { deadLinks } from "@/lib/messages/dead-links";
import { words } from "@/lib/messages/words";
import { tokenOf, type WithQuery } from "../../query";

/** Where the mail for a forgotten password lands. */
export default async function NewPasswordPage({ searchParams }: WithQuery) {
  const query = await searchParams;
  const answer = await formState("/recuperar/nueva", query.error);
  const link = await peekLink(tokenOf(query), "reset");
  const csrf = await csrfToken();

  if (link.state !== "valid") {
    const said = deadLinks.reset[link.state];
    return (
      <AuthShell title={said.title} answer={answer}>
        <DeadLink
          {...said}
          state={link.state}
          action="/recuperar/enviar"
          button="Enviar instrucciones"
          csrfToken={csrf}
          address={answer.values.email ?? link.address}
          missing={words.address.empty}
        />
        <TokenStripper />
      </AuthShell>
    );
  }
  return (
    <AuthShell title="Crea una nueva contraseña" answer={answer}>
      <Heading
        glyph="key"
        lead={
          <>
            <span>{"Para la cuenta de "}</span>
            <Address>{link.address}</Address>
          </>
        }
      >
        Crea una nueva contraseña
      </Heading>
      <Notices />
      <LiveForm action="/recuperar/nueva/guardar" focusFirst className={formClass}>
        <Hidden values={{ csrfToken: csrf, token: link.token }} />
        <UsernameHint address={link.address} />
        <PasswordField fresh label="Nueva contraseña" missing={words.passwordEmpty} />
        <FieldLine kind="hint" icon="shield">
          Al guardarla cerraremos tus otras sesiones y te avisaremos por correo.
        </FieldLine>
        <Button busy="Guardando…">Guardar contraseña</Button>
      </LiveForm>
      <TokenStripper />
    </AuthShell>
  );
}
