import { AuthShell } from "@/components/auth-shell";
import { Button } from "@/components/button";
import { DeadLink } from "@/components/dead-link";
import { FieldLine } from "@/components/field-frame";
import { formClass } from "@/components/form-class";
import { Address, Heading } from "@/components/heading";
import { Hidden } from "@/components/hidden";
import { LiveForm } from "@/components/live/live-form";
import { TokenStripper } from "@/components/live/token-stripper";
import { Notices } from "@/components/notices";
import { PasswordField } from "@/components/password-field";
import { UsernameHint } from "@/components/username-hint";
import { deadLinks } from "@/lib/dead-links";
import { peekLink } from "@/lib/door/link";
import { csrfToken, formState } from "@/lib/door/page";
import { words } from "@/lib/words";
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
