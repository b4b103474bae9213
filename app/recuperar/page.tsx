import { AuthShell } from "@/components/auth/auth-shell";
import { MailForm } from "@/components/auth/other-ways";
import { LiveForm } from "@/components/client/live-form";
import { Button } from "@/components/ui/button";
import { AddressField } from "@/components/ui/email-field";
import { formClass } from "@/components/ui/form-class";
import { BackLink, Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { Or } from "@/components/ui/links";
import { Notices } from "@/components/ui/notices";
import { csrfToken, formState } from "@/lib/http/page";
import { words } from "@/lib/messages/words";
import type { WithQuery } from "../query";

/** A forgotten password. */
export default async function RecoverPage({ searchParams }: WithQuery) {
  const query = await searchParams;
  const state = await formState("/recuperar", query.error);
  return (
    <AuthShell title="Recupera tu contraseña" answer={state}>
      <BackLink href="/login">Volver a iniciar sesión</BackLink>
      <Heading lead="Escribe tu correo y te enviaremos las instrucciones para crear una nueva.">
        Recupera tu contraseña
      </Heading>
      <Notices />
      <LiveForm action="/recuperar/enviar" focusFirst className={formClass}>
        <Hidden values={{ csrfToken: await csrfToken() }} />
        <AddressField autoComplete="email" missing={words.address.empty} last />
        <Button busy="Enviando…">Enviar instrucciones</Button>
      </LiveForm>
      <Or>o entra sin contraseña</Or>
      <MailForm callbackUrl={null} />
    </AuthShell>
  );
}
