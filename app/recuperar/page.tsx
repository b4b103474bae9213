import { AddressField } from "@/components/address-field";
import { AuthShell } from "@/components/auth-shell";
import { Button } from "@/components/button";
import { formClass } from "@/components/form-class";
import { BackLink, Heading } from "@/components/heading";
import { Hidden } from "@/components/hidden";
import { Or } from "@/components/links";
import { LiveForm } from "@/components/live/live-form";
import { Notices } from "@/components/notices";
import { MailForm } from "@/components/other-ways";
import { csrfToken, formState } from "@/lib/door/page";
import { words } from "@/lib/words";
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
