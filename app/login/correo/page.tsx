import { AddressField } from "@/components/address-field";
import { AuthShell } from "@/components/auth-shell";
import { Button } from "@/components/button";
import { Fact, Facts } from "@/components/facts";
import { formClass } from "@/components/form-class";
import { BackLink, Heading } from "@/components/heading";
import { Hidden } from "@/components/hidden";
import { LiveForm } from "@/components/live/live-form";
import { Notices } from "@/components/notices";
import { callbackUrlOf, csrfToken, formState } from "@/lib/door/page";
import { words } from "@/lib/words";
import { type WithQuery, withCallback } from "../../query";

/** Where a magic link is asked for. */
export default async function AskForLinkPage({ searchParams }: WithQuery) {
  const query = await searchParams;
  const state = await formState("/login/correo", query.error);
  const callbackUrl = await callbackUrlOf(searchParams);
  return (
    <AuthShell title="Ingresa desde tu correo" answer={state}>
      <BackLink href={withCallback("/login", callbackUrl)}>Volver a iniciar sesión</BackLink>
      <Heading lead="Te enviamos un link mágico y entras sin contraseña.">
        Ingresa desde tu correo
      </Heading>
      <Notices />
      <LiveForm action="/api/auth/signin/email" focusFirst className={formClass}>
        <Hidden values={{ csrfToken: await csrfToken(), callbackUrl }} />
        <AddressField autoComplete="email" missing={words.address.empty} last />
        <Button busy="Enviando…">Enviar link mágico</Button>
      </LiveForm>
      <Facts>
        <Fact icon="clock">El link está disponible durante 30 minutos.</Fact>
        <Fact icon="key">Solo se puede utilizar una vez.</Fact>
        <Fact icon="shield">Nadie más puede usarlo sin entrar a tu correo.</Fact>
      </Facts>
    </AuthShell>
  );
}
