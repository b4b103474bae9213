import { AuthShell } from "@/components/auth/auth-shell";
import { LiveForm } from "@/components/client/live-form";
import { Button } from "@/components/ui/button";
import { AddressField } from "@/components/ui/email-field";
import { Fact, Facts } from "@/components/ui/facts";
import { formClass } from "@/components/ui/form-class";
import { BackLink, Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { Notices } from "@/components/ui/notices";
import { callbackUrlOf, csrfToken, formState } from "@/lib/http/page";
import { words } from "@/lib/messages/words";
import { withQuery } from "@/lib/routes";
import type { WithQuery } from "../../query";

/** Where a magic link is asked for. */
export default async function AskForLinkPage({ searchParams }: WithQuery) {
  const query = await searchParams;
  const state = await formState("/login/correo", query.error);
  const callbackUrl = await callbackUrlOf(searchParams);
  return (
    <AuthShell title="Ingresa desde tu correo" answer={state}>
      <BackLink href={withQuery("/login", { callbackUrl })}>Volver a iniciar sesión</BackLink>
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
